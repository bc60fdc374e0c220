import type { ExtractedBlock } from '../extraction/extraction.ts';
import { LineJoiner } from './line-break-words.ts';
import type { PageLine } from './page-lines.ts';

/** A line with the edges of its column, in points. */
interface SetLine extends PageLine {
  readonly left: number;
  readonly end: number;
}

const terminal = /[.!?…:;。！？؟।]["'”’»›)\]]*$/u;
const marker = /^(?:[•‣◦▪▫●○■□–—*·]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+\S/u;

/** A paragraph is set like this: the font and size of most characters. */
interface Body {
  readonly size: number;
  readonly font: string;
  /** From baseline to baseline. */
  readonly leading: number;
}

/** A block while lines are joined to it. */
interface Draft {
  kind: ExtractedBlock['kind'];
  /** Of its lines, which together are its text. */
  parts: string[];
  /** Of the parts, in UTF-16 units. */
  length: number;
  page: number;
  turns?: { at: number; page: number }[];
  isTight?: boolean;
  isRow?: boolean;
}

/** The blocks that lines make: paragraphs joined over lines, columns and pages, headings told by size and font, rows of tables. */
export function pdfBlocks(found: readonly PageLine[]): ExtractedBlock[] {
  const lines = withEdges(found);
  const body = bodyOf(lines);
  const joiner = new LineJoiner(lines.map(({ text }) => text));
  const blocks: Draft[] = [];
  let above: SetLine | undefined;
  for (const line of lines) {
    const kind = kindOf(line, body);
    const isRow = line.cells.length > 1;
    const block = blocks.at(-1);
    if (isRow) {
      const isTight = block?.isRow === true && above?.region === line.region;
      blocks.push({ ...begun('paragraph', line.cells.join('\t'), line.page), isTight, isRow });
    } else if (
      block !== undefined &&
      above !== undefined &&
      !block.isRow &&
      goesOn(above, line, body, block.kind, kind)
    ) {
      const before = block.parts.at(-1)?.length ?? 0;
      joiner.add(block.parts, line.text);
      block.length += (block.parts.at(-2)?.length ?? 0) - before + line.text.length;
      if (line.page !== above.page)
        block.turns = [...(block.turns ?? []), { at: block.length - line.text.length, page: line.page }];
    } else blocks.push(begun(kind, line.text, line.page));
    above = line;
  }
  const whole = blocks.map(({ isRow: _, length: __, parts, ...block }) => ({
    ...block,
    text: parts.join(''),
  }));
  return withTitle(whole, lines, body);
}

function begun(kind: ExtractedBlock['kind'], text: string, page: number): Draft {
  return { kind, parts: [text], length: text.length, page };
}

function withEdges(lines: readonly PageLine[]): SetLine[] {
  const edges = new Map<number, { left: number; end: number }>();
  for (const { region, x, right } of lines) {
    const known = edges.get(region) ?? { left: x, end: right };
    edges.set(region, { left: Math.min(known.left, x), end: Math.max(known.end, right) });
  }
  return lines.map((line) => ({ ...line, ...(edges.get(line.region) ?? { left: line.x, end: line.right }) }));
}

function bodyOf(lines: readonly PageLine[]): Body {
  const weights = new Map<string, number>();
  for (const { size, font, text } of lines) {
    const key = `${size.toFixed(1)} ${font}`;
    weights.set(key, (weights.get(key) ?? 0) + text.length);
  }
  const [commonest = '10 '] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  const size = Number.parseFloat(commonest);
  const steps: number[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (above?.region !== line.region || Math.abs(line.size - size) > 0.1) return;
    const step = line.y - above.y;
    if (step > 0.8 * size && step < 3 * size) steps.push(step);
  });
  steps.sort((a, b) => a - b);
  return {
    size,
    font: commonest.slice(commonest.indexOf(' ') + 1),
    leading: steps[Math.floor(steps.length / 2)] ?? 1.2 * size,
  };
}

function kindOf({ text, size, font }: PageLine, body: Body): ExtractedBlock['kind'] {
  const isShort = text.length <= 120 && /\p{L}/u.test(text);
  if (isShort && size > 1.12 * body.size) return 'heading';
  const isOdd = font !== body.font && size > 0.95 * body.size && text.length <= 80;
  if (isShort && isOdd && !/[.,;。，]["'”’»›)\]]*$/u.test(text) && /^[\p{Lu}\p{Lt}\p{Lo}\d“"(]/u.test(text))
    return 'heading';
  return marker.test(text) ? 'listItem' : 'paragraph';
}

/** True when `line` is the next line of the block that `above` is the last line of. */
function goesOn(
  above: SetLine,
  line: SetLine,
  body: Body,
  blockKind: ExtractedBlock['kind'],
  kind: ExtractedBlock['kind'],
): boolean {
  if (Math.abs(above.size - line.size) > 0.08 * Math.max(above.size, line.size)) return false;
  if (blockKind === 'heading' || kind === 'heading') {
    const isNext = above.region === line.region && line.y - above.y < 1.5 * line.size;
    return blockKind === kind && isNext && above.font === line.font;
  }
  if (kind === 'listItem') return false;
  if (above.region !== line.region) return continuesElsewhere(above, line);
  const step = line.y - above.y;
  if (step <= 0 || step > 1.3 * Math.max(body.leading, line.size)) return false;
  const indent = line.x - line.left;
  const isIndented = indent > 0.8 * line.size && indent < 6 * line.size;
  // A paragraph begins indented; one that is set in from its column altogether does not.
  if (blockKind !== 'listItem' && isIndented && above.x - above.left < indent - 0.6 * line.size) return false;
  return !endsEarly(above, line);
}

/** True when the line was ended although the next word would have fitted: the last one of a paragraph. */
function endsEarly(above: SetLine, line: PageLine): boolean {
  const [word = ''] = line.text.split(' ', 1);
  const perCharacter = (line.right - line.x) / Math.max(1, line.text.length);
  const room = above.end - above.right;
  if (room < (word.length + 1.5) * perCharacter) return false;
  return terminal.test(above.text) || room > 0.35 * (above.end - above.left);
}

/** A paragraph goes on in the next column or on the next page when its sentence does. */
function continuesElsewhere(above: PageLine, line: PageLine): boolean {
  if (line.page - above.page > 1) return false;
  if (terminal.test(above.text)) return false;
  return /^[\p{Ll}\p{M}\d(,;]/u.test(line.text) || /[-\u00ad\u2010,]$/.test(above.text);
}

/** Of the first page, the block in the largest letters is the title, when they are larger than those of the text. */
function withTitle<Block extends { kind: ExtractedBlock['kind']; text: string; page: number }>(
  blocks: readonly Block[],
  lines: readonly PageLine[],
  body: Body,
): Block[] {
  const [first] = lines;
  const onFirst = lines.filter(({ page }) => page === first?.page);
  const largest = onFirst.reduce(
    (size, line) => (/\p{L}{2}/u.test(line.text) ? Math.max(size, line.size) : size),
    0,
  );
  const title = largest > 1.12 * body.size ? onFirst.find(({ size }) => size > 0.99 * largest) : undefined;
  const at =
    title === undefined
      ? -1
      : blocks.findIndex(({ kind, text }) => kind === 'heading' && text.startsWith(title.text));
  return blocks.map((block, i) => (i === at ? { ...block, kind: 'title' as const } : block));
}
