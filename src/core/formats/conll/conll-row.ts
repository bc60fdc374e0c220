import { linesOf } from '../text-lines.ts';

/** How a file divides its lines into columns: by tabs, or by blanks of any kind. */
export type Divider = 'tab' | 'blank';

/** So many rows tell how a file divides its lines. */
const rowsLookedAt = 1000;

/** By tabs where most rows hold one. */
export function dividerOf(text: string): Divider {
  let rows = 0;
  let withTab = 0;
  for (const line of linesOf(text)) {
    const hasTab = line.text.includes('\t');
    if (line.text.trim() === '' || (line.text.startsWith('#') && !hasTab)) continue;
    rows += 1;
    if (hasTab) withTab += 1;
    if (rows === rowsLookedAt) break;
  }
  return withTab > 0 && withTab * 2 > rows ? 'tab' : 'blank';
}

/** The columns of a row. */
export function fieldsOf(line: string, divider: Divider): readonly string[] {
  return divider === 'tab' ? line.trimEnd().split('\t') : line.trim().split(/[\t ]+/);
}

/** Comments begin with `#`, which can be a token too: but rows end with a tag, and comments like `# text = I see O` are known by their sign. */
export function isComment(line: string, divider: Divider): boolean {
  if (!line.startsWith('#')) return false;
  const isRow = divider === 'tab' ? line.includes('\t') : !/^#\s*[\w:.-]+\s*=/.test(line);
  const fields = fieldsOf(line, divider);
  return !isRow || fields.length < 2 || !isTag(fields.at(-1) ?? '');
}

export function isTag(field: string): boolean {
  return parseTag(field) !== undefined;
}

/** A tag taken apart. Where several letters mean the same in different schemes, that of BILOU stands for them: `E` is `L`, `S` is `U`. */
export type ParsedTag =
  | { readonly kind: 'O' }
  | { readonly kind: 'B' | 'I' | 'L' | 'U'; readonly label: string };

const outside: ParsedTag = { kind: 'O' };
const kinds = new Map<string, 'B' | 'I' | 'L' | 'U'>([
  ['B', 'B'],
  ['I', 'I'],
  ['M', 'I'],
  ['L', 'L'],
  ['E', 'L'],
  ['U', 'U'],
  ['S', 'U'],
  ['W', 'U'],
]);

/** The tag that a field holds; undefined when it is none. */
export function parseTag(field: string): ParsedTag | undefined {
  if (field === 'O' || field === '_') return outside;
  const kind = kinds.get(field.charAt(0));
  if (kind === undefined || (field.length > 1 && !/^.-\S+$/.test(field))) return undefined;
  return { kind, label: field.slice(2) };
}
