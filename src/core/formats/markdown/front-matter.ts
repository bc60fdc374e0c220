/** A longer head is none. */
const longest = 20_000;

export interface FrontMatter {
  /** In their order; of a list its items, joined by commas. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The text behind it. */
  readonly rest: string;
}

/**
 * The fields that stand in front of a text between two lines of `---` (YAML) or `+++` (TOML), as site generators write them: a name and a value a line,
 * lists of plain values. What is nested deeper is passed over. Without such a head there are no fields, and the rest is the text.
 */
export function frontMatter(text: string): FrontMatter {
  const [, fence = ''] = /^(---|\+\+\+)[ \t]*\n/.exec(text.slice(0, 100)) ?? [];
  if (fence === '') return { fields: [], rest: text };
  const begin = text.indexOf('\n') + 1;
  const head = text.slice(begin, begin + longest);
  const end = new RegExp(`^(?:${fence === '---' ? '---|\\.\\.\\.' : '\\+\\+\\+'})[ \\t]*$`, 'm').exec(head);
  if (end === null) return { fields: [], rest: text };
  const fields = fieldsOf(head.slice(0, end.index));
  if (fields.length === 0) return { fields: [], rest: text };
  return { fields, rest: text.slice(begin + end.index + end[0].length) };
}

function fieldsOf(head: string): [string, string][] {
  const fields: [string, string][] = [];
  for (const line of head.split('\n')) {
    const [, name = '', value = ''] =
      /^["']?([\p{L}_][\p{L}\p{N} _.-]*?)["']?[ \t]*[:=](?:[ \t]+(.*))?$/u.exec(line) ?? [];
    const item = /^[ \t]*-[ \t]+(.+)$/.exec(line)?.[1];
    const last = fields.at(-1);
    if (name !== '') fields.push([name, valueIn(value)]);
    else if (item !== undefined && last !== undefined)
      last[1] = [last[1], plain(item)].filter((part) => part !== '').join(', ');
  }
  return fields.filter(([, value]) => value !== '');
}

function valueIn(written: string): string {
  const value = written.trim();
  const [, list] = /^\[(.*)\]$/.exec(value) ?? [];
  if (list !== undefined)
    return list
      .split(',')
      .map(plain)
      .filter((part) => part !== '')
      .join(', ');
  // A block of text begins on the next line.
  return /^[|>][+-]?$/.test(value) ? '' : plain(value);
}

/** A value without its quotes or, if it has none, the comment behind it. */
function plain(value: string): string {
  const [, , quoted] = /^(["'])(.*)\1$/.exec(value.trim()) ?? [];
  return quoted?.replaceAll('\\"', '"').replaceAll("''", "'") ?? value.replace(/\s+#.*$/, '').trim();
}
