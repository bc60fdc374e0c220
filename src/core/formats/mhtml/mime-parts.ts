/** A part of a message: its fields and its content, as it was sent. */
export interface MimePart {
  readonly fields: ReadonlyMap<string, string>;
  /** Positions of its content in the message. */
  readonly start: number;
  readonly end: number;
}

const deepest = 8;
const mostParts = 5_000;
const longestHead = 64 * 1024;

/**
 * The parts of a message that are not made of parts themselves, in their order (RFC 2046, section 5.1). Positions are those of the text, which has a
 * character for each byte of the file.
 */
export function mimeParts(text: string): MimePart[] {
  const found: MimePart[] = [];
  const waiting = [{ start: 0, end: text.length, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined && found.length < mostParts; next = waiting.pop()) {
    const part = partAt(text, next.start, next.end);
    const boundary = parameter(part.fields.get('content-type') ?? '', 'boundary');
    const isMultiple = /^multipart\//i.test(part.fields.get('content-type') ?? '');
    if (!isMultiple || boundary === undefined || next.depth === deepest) {
      found.push(part);
      continue;
    }
    const { depth } = next;
    for (const { start, end } of pieces(text, part, boundary).reverse())
      waiting.push({ start, end, depth: depth + 1 });
  }
  return found;
}

/** A parameter of a field (RFC 2045, section 5.1), without its quotes. */
export function parameter(field: string, name: string): string | undefined {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{0,500})"|([^\\s;"]{1,500}))`, 'i').exec(field) ?? [];
  return quoted ?? plain;
}

function partAt(text: string, start: number, end: number): MimePart {
  const fields = new Map<string, string>();
  let at = start;
  let name = '';
  while (at < end && at - start < longestHead) {
    const lineEnd = lineEndAt(text, at, end);
    const line = text.slice(at, lineEnd).replace(/\r$/, '');
    at = lineEnd + 1;
    if (line === '') break;
    if (/^[ \t]/.test(line)) {
      if (name !== '') fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    name = colon === -1 ? '' : line.slice(0, colon).trim().toLowerCase();
    if (name === '' || fields.has(name)) name = '';
    else fields.set(name, line.slice(colon + 1).trim());
  }
  return { fields, start: Math.min(at, end), end };
}

/** What stands between the lines that a boundary makes. */
function pieces(text: string, { start, end }: MimePart, boundary: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const mark = `--${boundary}`;
  let from: number | undefined;
  for (
    let at = text.indexOf(mark, start);
    at !== -1 && at < end && found.length < mostParts;
    at = text.indexOf(mark, at)
  ) {
    const isLine = at === start || text.charAt(at - 1) === '\n';
    const lineEnd = lineEndAt(text, at, end);
    const rest = text.slice(at + mark.length, lineEnd).trim();
    if (isLine && (rest === '' || rest === '--')) {
      if (from !== undefined) found.push({ start: from, end: at });
      from = rest === '--' ? undefined : lineEnd + 1;
    }
    at = lineEnd;
  }
  // A file that was cut short has no last line.
  if (from !== undefined && from < end) found.push({ start: from, end });
  return found;
}

function lineEndAt(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 || found > end ? end : found;
}
