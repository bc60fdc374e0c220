import { CodePointMap } from '../../text/offsets.ts';
import { textOfJson } from '../line-text.ts';
import type { Line } from '../text-lines.ts';
import { shownToken } from '../tokens.ts';
import { unescapeText } from './tsv-escapes.ts';

/** A token or a part of one: a row of the file. Offsets are UTF-16 units of the article’s text. */
export interface Unit {
  /** As in `1-3` or, of a part, `1-3.2`. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The cells behind the token. */
  readonly cells: readonly string[];
  readonly line: number;
}

export interface Body {
  readonly text: string;
  readonly units: readonly Unit[];
  /** What is wrong with rows, as clauses. */
  readonly faults: readonly { readonly line: number; readonly reason: string; readonly isRefused: boolean }[];
  /** Tokens that are not what the text reads at their offsets. */
  readonly misread: number;
  /** Keys of comments that have no place here. */
  readonly unknown: readonly string[];
}

/** What offsets count: UTF-16 units, as WebAnno has them, or code points, as some programs write them. */
export type Measure = 'utf16' | 'codePoint';

/** The key of the comment that gives the white space before the first sentence, for which WebAnno has no place. */
export const spaceBefore = 'Ascribe.before';

/** No more is filled in between two sentences. */
const widestGap = 100_000;

/** Reads the sentences of a file, its header left out. */
export function readBody(lines: Iterable<Line>, minorVersion: number, measure: Measure): Body {
  const reading = new BodyReading(minorVersion, measure);
  for (const line of lines) reading.read(line);
  return reading.body();
}

/** A sentence while its rows are read: `start` in the article’s text, `begin` as its first token counts. */
interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly begin: number;
  readonly map: CodePointMap;
}

class BodyReading {
  readonly #minorVersion: number;
  readonly #measure: Measure;
  readonly #units: Unit[] = [];
  readonly #faults: Body['faults'][number][] = [];
  readonly #unknown: string[] = [];
  #text = '';
  /** How far the text has come, as offsets count. */
  #reached = 0;
  #misread = 0;
  #before: string | undefined;
  #texts: string[] = [];
  #sentence: Sentence | undefined;

  constructor(minorVersion: number, measure: Measure) {
    this.#minorVersion = minorVersion;
    this.#measure = measure;
  }

  read({ text, number }: Line): void {
    if (text.startsWith('#Text=')) this.#texts.push(unescapeText(text.slice(6), this.#minorVersion));
    else if (text.startsWith(`#${spaceBefore}=`))
      this.#before = textOfJson(text.slice(spaceBefore.length + 2));
    else if (text.startsWith('#')) this.#unknown.push(text.slice(1, 41).split('=')[0] ?? '');
    else if (text.trim() === '') this.#endSentence(number);
    else this.#readRow(text, number);
  }

  body(): Body {
    this.#endSentence(undefined);
    // Without any token there is only what stands before the first.
    const text = this.#text === '' && this.#units.length === 0 ? (this.#before ?? '') : this.#text;
    return {
      text,
      units: this.#units,
      faults: this.#faults,
      misread: this.#misread,
      unknown: this.#unknown,
    };
  }

  /** A sentence without tokens stands where the one before it ends. */
  #endSentence(line: number | undefined): void {
    if (this.#texts.length > 0) {
      if (line !== undefined) this.#fault(line, 'the sentence before it has no tokens', false);
      this.#begin(this.#reached + (this.#text === '' ? 0 : 1), line ?? 0);
    }
    this.#sentence = undefined;
  }

  #begin(begin: number, line: number): Sentence {
    const text = this.#texts.join('\n');
    this.#texts = [];
    this.#text += this.#gap(begin, line);
    const sentence = { text, start: this.#text.length, begin, map: CodePointMap.of(text) };
    this.#text += text;
    this.#reached = begin + this.#lengthOf(text);
    this.#sentence = sentence;
    return sentence;
  }

  /** The space before a sentence: WebAnno keeps the line end behind the one before it, and fills up with blanks. */
  #gap(begin: number, line: number): string {
    const width = begin - this.#reached;
    if (this.#text === '' && this.#before !== undefined && this.#lengthOf(this.#before) === width)
      return this.#before;
    if (width < 0 || width > widestGap) {
      this.#fault(
        line,
        `its sentence begins at ${begin}, but the text before it ends at ${this.#reached}`,
        false,
      );
      return this.#text === '' ? '' : '\n';
    }
    return this.#text === ''
      ? ' '.repeat(width)
      : '\n'.repeat(Math.min(width, 1)) + ' '.repeat(Math.max(width - 1, 0));
  }

  #readRow(row: string, line: number): void {
    const [id = '', offsets = '', token, ...cells] = row.split('\t');
    const [, start, end] = /^(\d{1,10})-(\d{1,10})$/.exec(offsets) ?? [];
    if (!/^\d+-\d+(\.\d+)?$/.test(id) || start === undefined || end === undefined || token === undefined) {
      this.#fault(line, 'it is no row, which would begin as in “1-2⇥4-8⇥Haag”', true);
      return;
    }
    const sentence = this.#texts.length > 0 ? this.#begin(Number(start), line) : this.#sentence;
    if (sentence === undefined) {
      this.#fault(line, 'no “#Text=” stands before it', true);
      return;
    }
    const from = Number(start) - sentence.begin;
    const to = Number(end) - sentence.begin;
    if (from < 0 || from > to || to > this.#lengthOf(sentence.text)) {
      this.#fault(line, `${offsets} is no stretch of its sentence’s text`, true);
      return;
    }
    const place = { start: this.#toUtf16(sentence, from), end: this.#toUtf16(sentence, to) };
    const found = sentence.text.slice(place.start, place.end);
    if (shownToken(found) !== shownToken(token)) {
      this.#misread += 1;
      this.#fault(
        line,
        `“${token.slice(0, 40)}” is not what the text reads there, “${found.slice(0, 40)}”`,
        false,
      );
    }
    this.#units.push({
      id,
      line,
      cells,
      start: sentence.start + place.start,
      end: sentence.start + place.end,
    });
  }

  #lengthOf(text: string): number {
    return this.#measure === 'utf16' ? text.length : CodePointMap.of(text).length;
  }

  #toUtf16({ map }: Sentence, offset: number): number {
    return this.#measure === 'utf16' ? offset : map.toUtf16(offset);
  }

  #fault(line: number, reason: string, isRefused: boolean): void {
    this.#faults.push({ line, reason, isRefused });
  }
}
