import { CodePointMap } from '../../text/offsets.ts';
import { skipWhiteSpace } from '../../text/white-space.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetSpan } from '../dataset-schema.ts';
import { escapedName, looksEscaped, unescapedName } from '../escaped-name.ts';
import { textOfJson } from '../line-text.ts';
import { shownToken } from '../tokens.ts';
import type { Layout } from './conll-layout.ts';
import { betweenParagraphs, betweenSentences } from './sentence-comments.ts';
import { TagSequence } from './tag-sequence.ts';

/** What tags without a label mark. */
const unnamed = 'span';

/** Labels end at white space; all else is theirs. */
const otherThanLabel = new RegExp(`${looksEscaped.source}|[\\s\\p{C}]`, 'gu');

/** A tag id as the label of BIO tags. */
export function labelOf(tag: string): string {
  return escapedName(tag, otherThanLabel);
}

interface Row {
  readonly token: string;
  readonly line: number;
}

/** What comments say of a sentence. */
export interface SentenceHead {
  text?: string;
  raw?: string;
  before?: string;
  after?: string;
  beginsParagraph?: boolean;
}

/** A document of a file while it is read: its text grows by a sentence at a time. */
export class ConllDocument {
  id: string | undefined;
  title: string | undefined;
  readonly metadata = new Map<string, string>();
  readonly #draft: DatasetDraft;
  readonly #sequences: readonly TagSequence[];
  readonly #columns: readonly number[];
  readonly #tokenColumn: number;
  /** Columns that rows may lack: only files of ours have as many as their spans need. */
  readonly #mayLack: boolean;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #text = '';
  #rows: Row[] = [];
  /** What is known of the space behind the last sentence; undefined before the first. */
  #gap: { readonly said: string | undefined; readonly isQuoted: boolean } | undefined;

  constructor(draft: DatasetDraft, { token, tags, laxTags }: Layout, mayLack: boolean) {
    this.#draft = draft;
    this.#tokenColumn = token;
    this.#columns = tags;
    this.#mayLack = mayLack;
    this.#sequences = tags.map(
      (i) => new TagSequence(laxTags.has(i), (line, reason) => this.#mend(line, reason)),
    );
  }

  /** True when nothing was read of it yet. */
  get isEmpty(): boolean {
    return this.#gap === undefined && this.#rows.length === 0;
  }

  row(fields: readonly string[], line: number): void {
    const place = this.#starts.length + this.#rows.length;
    const token = fields[this.#tokenColumn] ?? '';
    this.#rows.push({ token, line });
    const lacks = this.#columns.filter((i) => fields[i] === undefined).length;
    if (lacks > 0 && (!this.#mayLack || lacks === this.#columns.length))
      this.#mend(line, 'it has no column with its tag, which was taken for O');
    for (const [i, sequence] of this.#sequences.entries())
      sequence.read(fields[this.#columns[i] ?? -1] ?? 'O', place, line);
  }

  endSentence(head: SentenceHead): void {
    for (const sequence of this.#sequences) sequence.end();
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length === 0 && head.raw === undefined) return;
    this.#text += this.#gapBefore(head);
    const given = this.#given(head, rows);
    if (given !== undefined) {
      this.#place(rows, given.places);
      this.#text += given.text;
    } else {
      for (const [i, { token }] of rows.entries()) {
        if (i > 0) this.#text += ' ';
        this.#starts.push(this.#text.length);
        this.#text += token;
        this.#ends.push(this.#text.length);
      }
    }
    const isRaw = head.raw !== undefined && given !== undefined;
    this.#gap = { said: isRaw ? '' : head.after, isQuoted: head.text !== undefined };
  }

  #gapBefore({ before, beginsParagraph = false }: SentenceHead): string {
    if (this.#gap === undefined) return before ?? '';
    if (this.#gap.said !== undefined) return this.#gap.said;
    if (beginsParagraph) return betweenParagraphs;
    return this.#gap.isQuoted ? betweenSentences : '\n';
  }

  /** The sentence as comments have it, and where its tokens stand in it. */
  #given({ raw, text }: SentenceHead, rows: readonly Row[]) {
    const sentence = raw === undefined ? text : textOfJson(raw);
    const line = rows[0]?.line;
    if (sentence === undefined) {
      if (raw !== undefined)
        this.#mend(line, 'what its comment “raw” says is no JSON string; its tokens were joined by spaces');
      return undefined;
    }
    const places = placesOf(rows, sentence);
    if (places === undefined)
      this.#mend(line, 'its tokens are not those of the text in its comment; they were joined by spaces');
    return places && { text: sentence, places };
  }

  #place(rows: readonly Row[], places: readonly number[]): void {
    for (const [i, start] of places.entries()) {
      this.#starts.push(this.#text.length + start);
      this.#ends.push(this.#text.length + start + (rows[i]?.token.length ?? 0));
    }
  }

  /** @param fallback its id where it has none of its own */
  finish(fallback: string, fileName: string): void {
    this.#text += this.#gap?.said ?? '';
    const map = CodePointMap.of(this.#text);
    const tagged = this.#sequences.flatMap(({ spans }) => spans);
    const spans = tagged.map(({ label, first, last }, i): DatasetSpan => {
      const start = this.#starts[first] ?? 0;
      const end = this.#ends[last] ?? 0;
      return {
        id: `${i + 1}`,
        tag: unescapedName(label) || unnamed,
        start: map.toCodePoint(start),
        end: map.toCodePoint(end),
        text: this.#text.slice(start, end),
      };
    });
    const { id = fallback, title } = this;
    this.#draft.article(
      {
        id,
        ...(title !== undefined && { title }),
        source: { fileName },
        metadata: Object.fromEntries(this.metadata),
        text: this.#text,
        spans,
      },
      { spans: tagged.map(({ line }) => line) },
    );
  }

  #mend(line: number | undefined, reason: string): void {
    this.#draft.fault({
      effect: 'mended',
      item: 'span',
      id: line === undefined ? (this.id ?? '') : `line ${line}`,
      ...(line !== undefined && { line }),
      reason,
    });
  }
}

/** Where the tokens stand in a text that consists of them and white space; undefined when it does not. */
function placesOf(rows: readonly Row[], text: string): readonly number[] | undefined {
  const places: number[] = [];
  let at = 0;
  const skip = () => {
    at = skipWhiteSpace(text, at, text.length);
  };
  for (const { token } of rows) {
    skip();
    if (shownToken(text.slice(at, at + token.length)) !== token) return undefined;
    places.push(at);
    at += token.length;
  }
  skip();
  return at === text.length ? places : undefined;
}
