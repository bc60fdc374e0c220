import { newsWords } from './news-words.ts';
import { type RandomSource, randomSource } from './random-source.ts';

/** A stretch `[start, end)` of the generated text (UTF-16 units) that a span may be made on. */
export interface Mention {
  readonly tag: 'speaker' | 'claim' | 'location' | 'date';
  readonly start: number;
  readonly end: number;
}

export interface GeneratedArticle {
  readonly title: string;
  readonly text: string;
  /** Everything in it that can be tagged, in text order; places and dates inside claims are nested. */
  readonly mentions: readonly Mention[];
}

/**
 * An article of news-like paragraphs, one to a line with a blank line between, at least `length` UTF-16 units long and at most a paragraph longer.
 * All its characters are in the basic plane, so that UTF-16 units are code points. The same seed gives the same article.
 */
export function generateArticle(length: number, seed: number): GeneratedArticle {
  const random = randomSource(seed);
  const draft = new Draft();
  const title = `${capitalised(random.pick(newsWords.subjects))} ${random.pick(newsWords.predicates)} (${seed})`;
  draft.write(`${title}\n\n`);
  while (draft.length < length) {
    writeParagraph(draft, random);
    draft.write('\n\n');
  }
  return { title, text: draft.text.trimEnd(), mentions: draft.mentions };
}

/** Text in the making, with the places of what was mentioned. */
class Draft {
  readonly #parts: string[] = [];
  readonly #mentions: Mention[] = [];
  length = 0;

  get text(): string {
    return this.#parts.join('');
  }

  /** In text order, of two that start together the longer first. */
  get mentions(): Mention[] {
    return this.#mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  write(words: string): void {
    this.#parts.push(words);
    this.length += words.length;
  }

  mention(tag: Mention['tag'], write: () => void): void {
    const start = this.length;
    write();
    this.#mentions.push({ tag, start, end: this.length });
  }
}

/** News paragraphs run from a single short sentence to most of a column. */
function writeParagraph(draft: Draft, random: RandomSource): void {
  const sentences = random.next() < 0.3 ? 1 : random.integer(2, random.next() < 0.1 ? 14 : 5);
  for (let i = 0; i < sentences; i++) {
    if (i > 0) draft.write(' ');
    const kind = random.next();
    if (kind < 0.35) writeQuotation(draft, random);
    else if (kind < 0.7) writeReport(draft, random);
    else writeStatement(draft, random);
  }
}

/** “…,” she said in X, “…”: what was said on both sides of who said it. */
function writeQuotation(draft: Draft, random: RandomSource): void {
  draft.mention('claim', () => {
    draft.write('“');
    writeClause(draft, random, true);
    draft.write(',”');
  });
  draft.write(' ');
  writeSpeaker(draft, random, false);
  draft.write(` ${random.pick(newsWords.verbs)}`);
  if (random.next() < 0.5) {
    draft.write(' in ');
    draft.mention('location', () => draft.write(random.pick(newsWords.places)));
  }
  if (random.next() < 0.5) {
    draft.write(', ');
    draft.mention('claim', () => {
      draft.write('“');
      writeClause(draft, random, false);
      draft.write('.”');
    });
  } else {
    draft.write('.');
  }
}

/** Somebody said on a day that …: a claim without quotation marks. */
function writeReport(draft: Draft, random: RandomSource): void {
  writeSpeaker(draft, random, true);
  draft.write(` ${random.pick(newsWords.verbs)} `);
  draft.mention('date', () => draft.write(random.pick(newsWords.dates)));
  draft.write(' that ');
  draft.mention('claim', () => writeClause(draft, random, false));
  draft.write('.');
}

function writeStatement(draft: Draft, random: RandomSource): void {
  writeClause(draft, random, true);
  draft.write('.');
}

function writeClause(draft: Draft, random: RandomSource, isFirst: boolean): void {
  const subject = random.pick(newsWords.subjects);
  draft.write(isFirst ? capitalised(subject) : subject);
  if (random.next() < 0.4) {
    draft.write(' in ');
    draft.mention('location', () => draft.write(random.pick(newsWords.places)));
  }
  draft.write(` ${random.pick(newsWords.predicates)}`);
  if (random.next() < 0.35) {
    draft.write(' ');
    draft.mention('date', () => draft.write(random.pick(newsWords.dates)));
  }
  if (random.next() < 0.4) draft.write(`, ${random.pick(newsWords.tails)}`);
}

function writeSpeaker(draft: Draft, random: RandomSource, isFirst: boolean): void {
  const name = () => `${random.pick(newsWords.given)} ${random.pick(newsWords.family)}`;
  draft.mention('speaker', () => {
    const words = random.next() < 0.55 ? name() : random.pick(newsWords.roles);
    draft.write(isFirst ? capitalised(words) : words);
  });
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
