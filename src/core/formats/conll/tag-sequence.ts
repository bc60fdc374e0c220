import { parseTag } from './conll-row.ts';

/** A span as tags give it: the tokens from `first` to `last`, by their places in the document. */
export interface TaggedSpan {
  readonly label: string;
  readonly first: number;
  last: number;
  readonly line: number;
}

/** Makes spans of one column of tags: BIO, IOB1, BIOES and BILOU. What does not follow is taken as well as it can be, and reported. */
export class TagSequence {
  readonly spans: TaggedSpan[] = [];
  readonly #isLax: boolean;
  readonly #report: (line: number, reason: string) => void;
  #open: TaggedSpan | undefined;
  /** True from the first tag that ends a span: from there on spans that nothing ends are faults. */
  #isClosed = false;

  /**
   * @param isLax true where `I` may begin a span
   * @param report hears of tags that do not follow, as clauses
   */
  constructor(isLax: boolean, report: (line: number, reason: string) => void) {
    this.#isLax = isLax;
    this.#report = report;
  }

  /** @param token its place in the document */
  read(field: string, token: number, line: number): void {
    const tag = parseTag(field);
    if (tag === undefined) this.#report(line, `“${field.slice(0, 40)}” is no tag; it was taken for O`);
    if (tag === undefined || tag.kind === 'O') {
      this.end();
      return;
    }
    const { kind, label } = tag;
    const continues = (kind === 'I' || kind === 'L') && this.#open?.label === label;
    if (continues && this.#open !== undefined) this.#open.last = token;
    else {
      this.end();
      if (kind === 'L' || (kind === 'I' && !this.#isLax))
        this.#report(line, `“${field.slice(0, 40)}” continues nothing; a span was begun there`);
      this.#open = { label, first: token, last: token, line };
    }
    if (kind !== 'L' && kind !== 'U') return;
    this.#isClosed = true;
    this.#close();
  }

  /** Ends what is open, at a sentence’s end for one. */
  end(): void {
    if (this.#open !== undefined && this.#isClosed)
      this.#report(
        this.#open.line,
        'no tag ends the span that begins there; it ends with the last that continues it',
      );
    this.#close();
  }

  #close(): void {
    if (this.#open !== undefined) this.spans.push(this.#open);
    this.#open = undefined;
  }
}
