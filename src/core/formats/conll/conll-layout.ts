import { linesOf } from '../text-lines.ts';
import { type Divider, dividerOf, fieldsOf, isComment, parseTag } from './conll-row.ts';

/** Which columns of a file hold what, from 0. */
export interface Layout {
  readonly divider: Divider;
  readonly token: number;
  readonly tags: readonly number[];
  /** Of the tag columns those in which a span begins with `I`, and `B` only stands where one follows another of its kind (IOB1). */
  readonly laxTags: ReadonlySet<number>;
}

/** Columns beyond these are none that anybody made. */
const mostColumns = 10_000;

/** A column of tags may hold other things by mistake, one field in ten at most. */
const mistakes = 0.1;

/** What is known of a column. */
class Column {
  holdsNumbers = true;
  hasSpans = false;
  #fields = 0;
  #others = 0;
  #holdsTags = false;
  #previous = '';
  #beginsInside = false;
  #isStrict = false;

  see(field: string): void {
    const tag = parseTag(field);
    this.#fields += 1;
    if (tag === undefined) this.#others += 1;
    // By `_` alone columns are empty.
    this.#holdsTags ||= tag !== undefined && field !== '_';
    this.holdsNumbers &&= /^\d+$/.test(field);
    if (tag === undefined || tag.kind === 'O') {
      this.#previous = '';
      return;
    }
    this.hasSpans = true;
    const follows = this.#previous === `:${tag.label}`;
    if (tag.kind === 'I' && !follows) this.#beginsInside = true;
    else if (tag.kind !== 'I' && !(tag.kind === 'B' && follows)) this.#isStrict = true;
    this.#previous = `:${tag.label}`;
  }

  endSentence(): void {
    this.#previous = '';
  }

  get holdsTags(): boolean {
    return this.#holdsTags && this.#others <= this.#fields * mistakes;
  }

  get isLax(): boolean {
    return this.#beginsInside && !this.#isStrict;
  }
}

/**
 * Finds the columns of a file; undefined when none holds tags. The last column holds them, and those before it that hold nothing else either: nested
 * spans. Of the four columns of CoNLL-2003 (token, part of speech, chunk, name) the last alone counts; before the tokens there may be their numbers,
 * and where the first column holds the tags the second holds the tokens.
 */
export function layoutOf(text: string): Layout | undefined {
  const divider = dividerOf(text);
  const columns: Column[] = [];
  let declared = 0;
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') for (const column of columns) column.endSentence();
    else if (isComment(line.text, divider)) declared = Math.max(declared, declaredTags(line.text));
    else if (!line.text.startsWith('-DOCSTART-')) {
      const fields = fieldsOf(line.text, divider);
      if (fields.length < 2 || fields.length > mostColumns) continue;
      for (const [i, field] of fields.entries()) {
        const column = columns[i] ?? new Column();
        columns[i] = column;
        column.see(field);
      }
    }
  }
  const tags = declared > 0 ? range(1, declared + 1) : tagColumns(columns);
  if (tags === undefined) return undefined;
  const token = tags.includes(0) || (declared === 0 && columns[0]?.holdsNumbers && tags[0] !== 1) ? 1 : 0;
  return { divider, token, tags, laxTags: new Set(tags.filter((i) => columns[i]?.isLax)) };
}

/** How many columns of tags behind the tokens a file of ours declares, by `# global.columns = FORM NER NER2`. */
export function declaredTags(comment: string): number {
  const names = /^# global\.columns = FORM((?: NER\d*)+)$/.exec(comment.trimEnd());
  return names?.[1]?.trim().split(' ').length ?? 0;
}

function tagColumns(columns: readonly Column[]): readonly number[] | undefined {
  const first = columns.findLastIndex(({ holdsTags }) => !holdsTags) + 1;
  if (first === columns.length) return columns[0]?.holdsTags && columns[0].hasSpans ? [0] : undefined;
  const isConll2003 = columns.length === 4 && first === 2 && !columns[0]?.holdsNumbers;
  return range(isConll2003 ? 3 : Math.max(first, 1), columns.length);
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
