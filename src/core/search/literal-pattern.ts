import { composedOf, diacriticRanges, isDiacritic, withoutDiacritics } from './diacritics.ts';
import type { Query } from './query.ts';

/** Words taken literally, as expressions of the engine's own. */
export interface LiteralPattern {
  /** For any text. */
  readonly any: RegExp;
  /**
   * Finds the same in texts that `mayHoldMarks` says no of, at a third of the cost: a class a letter and nothing between, without the flags `u` and `i`, so that the
   * engine can skip ahead. Undefined where a letter lies beyond the basic plane.
   */
  readonly unmarked: RegExp | undefined;
}

/** Half of a letter beyond the basic plane, or one that stands alone. */
const surrogate = /[\ud800-\udfff]/;

/**
 * The pattern of some words. It holds no choice that could run away: a class a letter, runs of marks and of white space between, of which none can take
 * what the next would.
 * @returns undefined when there is nothing to look for.
 */
export function literalPattern({
  words,
  matchCase,
  foldDiacritics,
}: Omit<Query, 'mode'>): LiteralPattern | undefined {
  const parts = words.match(/\s+|\S/gu) ?? [];
  const folds = foldDiacritics && parts.some((part) => !isDiacritic(part) && part.trim() !== '');
  const wanted = parts.filter((part) => !(folds && isDiacritic(part)));
  if (wanted.length === 0) return undefined;
  const join = (letter: (part: string) => string) =>
    // A run of white space before the first letter would be tried again from each of its places.
    wanted.map((part, i) => (part.trim() !== '' ? letter(part) : i === 0 ? '\\s' : '\\s+')).join('');
  const classOf = (part: string) => (folds ? foldedClass(part, matchCase) : escaped(part));
  const marks = folds ? `[${diacriticRanges}]*` : '';
  return {
    any: new RegExp(
      join((part) => classOf(part) + marks),
      matchCase ? 'gu' : 'giu',
    ),
    unmarked: wanted.some((part) => surrogate.test(part))
      ? undefined
      : new RegExp(
          join((part) => (matchCase ? classOf(part) : inAnyCase(classOf(part)))),
          'g',
        ),
  };
}

/** The blocks in which all diacritics lie, and whole alphabets with them: a few ranges are tested ten times as fast as all of those. */
const blocksWithMarks =
  '\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const mark = new RegExp(`[${blocksWithMarks}]`);

/** False when no letter of the text has a diacritic that stands behind it. */
export function mayHoldMarks(text: string): boolean {
  return mark.test(text);
}

function foldedClass(letter: string, matchCase: boolean): string {
  const bare = withoutDiacritics(letter);
  const forms = matchCase ? [bare] : [...new Set([bare, bare.toLowerCase(), bare.toUpperCase()])];
  const composed = forms.map(composedOf).join('');
  return composed === '' ? escaped(bare) : `[${escaped(bare)}${composed}]`;
}

const inCases = new Map<string, string>();
/** Queries share their letters, of which there are few; a person who searches in many scripts starts anew. */
const mostInCases = 512;

/** The class with all code units of the basic plane that it stands for under the flags `iu`. */
function inAnyCase(source: string): string {
  const known = inCases.get(source);
  if (known !== undefined) return known;
  const found = [...new Set(basicPlane().match(new RegExp(source, 'giu')) ?? [])];
  const made = found.length === 1 ? unit(found[0] ?? '') : `[${found.map(unit).join('')}]`;
  if (inCases.size >= mostInCases) inCases.clear();
  inCases.set(source, made);
  return made;
}

let plane: string | undefined;

/** Every code unit that is a character of its own. */
function basicPlane(): string {
  plane ??= Array.from({ length: 0x10000 }, (_, code) =>
    code >= 0xd800 && code < 0xe000 ? '' : String.fromCharCode(code),
  ).join('');
  return plane;
}

function unit(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, unit);
}
