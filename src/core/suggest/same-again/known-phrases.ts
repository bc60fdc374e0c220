import { nameKey } from '../../cast/entity-names.ts';
import { pronounKind } from '../../cast/pronouns.ts';
import type { Fragment } from '../../model/fragment.ts';
import type { Proposed } from '../suggestion.ts';
import { numberForms } from './number-forms.ts';
import { PhraseSearch } from './phrase-search.ts';

/** A stretch that somebody tagged; UTF-16 units. */
export interface TaggedStretch {
  readonly tag: string;
  readonly place: Fragment;
}

/** An article and what is tagged in it. */
export interface TaggedText {
  readonly text: string;
  readonly tagged: readonly TaggedStretch[];
}

/** Words that were tagged elsewhere. Offsets in UTF-16 units. */
export interface SameAgainSuggestion extends Proposed {
  readonly rule: 'same-again';
  readonly tag: string;
  readonly fragments: readonly [Fragment];
}

interface Phrase {
  readonly tag: string;
  readonly key: string;
  tagged: number;
  left: number;
  readonly articles: Set<number>;
}

/** Words of fewer letters, and phrases of more units, are not looked for elsewhere: they are no names. */
const leastLetters = 3;
const longestPhrase = 80;

/** Text is searched in pieces of about so many units, cut at line ends, so that what it takes is bounded. */
const piece = 65_536;

/**
 * What a person has tagged in a project, to be found elsewhere: names and other short phrases, whole words, in any case, with a possessive ending, and in the plural or singular where they
 * are no names. How sure a proposal is comes from how often the same words were tagged, and how often they were left alone, a refusal among that.
 */
export class KnownPhrases {
  readonly #phrases: readonly Phrase[];
  readonly #search: PhraseSearch;
  /** Which phrases each of the forms looked for stands for. */
  readonly #meant: readonly (readonly Phrase[])[];

  private constructor(phrases: readonly Phrase[]) {
    this.#phrases = phrases;
    const forms = new Map<string, Phrase[]>();
    for (const phrase of phrases)
      for (const form of numberForms(phrase.key)) {
        const same = forms.get(nameKey(form)) ?? [];
        same.push(phrase);
        forms.set(nameKey(form), same);
      }
    this.#meant = [...forms.values()];
    this.#search = new PhraseSearch([...forms.keys()]);
  }

  /** @param tags whose words are names or short phrases; not those of claims */
  static of(articles: readonly TaggedText[], tags: ReadonlySet<string>): KnownPhrases {
    const phrases = new Map<string, Phrase>();
    for (const [i, { text, tagged }] of articles.entries()) {
      for (const { tag, place } of tagged) {
        const words = text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim();
        if (!tags.has(tag) || !isPhrase(words)) continue;
        const id = `${tag} ${nameKey(words)}`;
        const phrase = phrases.get(id) ?? {
          tag,
          key: keyOf(words),
          tagged: 0,
          left: 0,
          articles: new Set<number>(),
        };
        phrase.tagged += 1;
        phrase.articles.add(i);
        phrases.set(id, phrase);
      }
    }
    const known = new KnownPhrases([...phrases.values()]);
    known.#countLeft(articles);
    return known;
  }

  /** How many phrases are looked for. */
  get size(): number {
    return this.#phrases.length;
  }

  /** Where they stand in a text, in order. Time grows with the text alone. */
  *suggest(text: string): Generator<SameAgainSuggestion> {
    for (const { place, phrases } of this.#places(text)) {
      for (const { tag, tagged, left, articles } of phrases) {
        yield {
          rule: 'same-again',
          tag,
          fragments: [place],
          confidence: Math.round(((tagged + 1) / (tagged + left + 2)) * 100) / 100,
          reason: [
            `tagged as ${tag} in ${articles.size === 1 ? '1 article' : `${articles.size} articles`}`,
            left === 0 ? 'never left alone' : `left alone ${left === 1 ? 'once' : `${left} times`}`,
          ],
        };
      }
    }
  }

  #countLeft(articles: readonly TaggedText[]): void {
    for (const { text, tagged } of articles) {
      for (const { place, phrases } of this.#places(text)) {
        for (const phrase of phrases) {
          const isTagged = tagged.some(
            ({ tag, place: other }) =>
              tag === phrase.tag && other.start < place.end && place.start < other.end,
          );
          if (!isTagged) phrase.left += 1;
        }
      }
    }
  }

  *#places(text: string): Generator<{ readonly place: Fragment; readonly phrases: readonly Phrase[] }> {
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from + piece);
      const to = end === -1 ? text.length : end + 1;
      for (const { phrase, start, end: until } of this.#search.find(text.slice(from, to))) {
        const place = { start: from + start, end: from + until };
        const words = text.slice(place.start, place.end);
        const phrases = (this.#meant[phrase] ?? []).filter(
          ({ key }) => isName(key) === false || /\p{Lu}/u.test(words),
        );
        if (phrases.length > 0) yield { place, phrases };
      }
      from = to;
    }
  }
}

/** The words as they were tagged, without what surrounds a name. */
function keyOf(words: string): string {
  const key = nameKey(words);
  return isName(words) ? key.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : key;
}

function isPhrase(words: string): boolean {
  return (
    words.length <= longestPhrase &&
    words.replace(/[^\p{L}\p{N}]/gu, '').length >= leastLetters &&
    pronounKind(words) === undefined
  );
}

/** A phrase with a capital is a name: “Turkey” is not found in “turkey”. */
function isName(words: string): boolean {
  return /\p{Lu}/u.test(words);
}
