import { nameKey } from '../../cast/entity-names.ts';
import { pronounKind } from '../../cast/pronouns.ts';
import { type Fragment, haveInCommon, normaliseFragments } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import { count } from '../../text/number-words.ts';
import type { Proposed } from '../suggestion.ts';
import { numberForms } from './number-forms.ts';
import { PhraseSearch } from './phrase-search.ts';

/** A stretch that somebody tagged; UTF-16 units. */
export interface TaggedStretch {
  readonly tag: string;
  readonly place: Fragment;
  /** Whom of the cast it names, where somebody said so. */
  readonly entity?: Identifier | undefined;
}

/** An article and what is tagged in it. */
export interface TaggedText {
  readonly text: string;
  readonly tagged: readonly TaggedStretch[];
  /** How far somebody has gone through it: what is not tagged behind that was not left alone. The whole text where nothing is said. */
  readonly until?: number;
}

/** A name that somebody of the cast goes by: it counts as tagged once. */
export interface CastName {
  readonly tag: string;
  readonly words: string;
  readonly entity: Identifier;
  /** The canonical name. */
  readonly of: string;
}

/** Words that were tagged elsewhere. Offsets in UTF-16 units. */
export interface SameAgainSuggestion extends Proposed {
  readonly rule: 'same-again';
  readonly tag: string;
  readonly fragments: readonly [Fragment];
  /** Whom of the cast it names, where all who were tagged with these words are the same. */
  readonly entity?: Identifier;
}

interface Phrase {
  readonly tag: string;
  readonly key: string;
  tagged: number;
  left: number;
  readonly articles: Set<number>;
  readonly entities: Set<Identifier | undefined>;
  /** Who of the cast goes by it. */
  named: string | undefined;
}

/** Words of fewer letters, and phrases of more units, are not looked for elsewhere: they are no names. */
const leastLetters = 3;
const longestPhrase = 80;
/** No more phrases are looked for, those that were tagged most often before others: what the automaton takes of memory is bounded. */
const mostPhrases = 5_000;

/** Text is searched in pieces of about so many units, cut at line ends, so that what it takes is bounded. */
const piece = 65_536;

/**
 * What a person has tagged in a project, to be found elsewhere: names and other short phrases, whole words, in any case, with a possessive ending, and in the plural or singular where they
 * are no names. How sure a proposal is comes from how often the same words were tagged, and how often they were left alone, a refusal among that.
 */
export class KnownPhrases {
  readonly #phrases: readonly Phrase[];
  readonly #tagNames: ReadonlyMap<string, string>;
  readonly #search: PhraseSearch;
  /** Which phrases each of the forms looked for stands for. */
  readonly #meant: readonly (readonly Phrase[])[];

  private constructor(phrases: readonly Phrase[], tagNames: ReadonlyMap<string, string>) {
    this.#phrases = phrases;
    this.#tagNames = tagNames;
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

  /**
   * @param tags whose words are names or short phrases, not those of claims: id → what reasons call it
   * @param names of the cast
   */
  static of(
    articles: readonly TaggedText[],
    tags: ReadonlyMap<string, string>,
    names: readonly CastName[] = [],
  ): KnownPhrases {
    const phrases = new Map<string, Phrase>();
    const met = (tag: string, raw: string): Phrase | undefined => {
      const words = raw.replace(/\s+/gu, ' ').trim();
      if (!tags.has(tag) || !isPhrase(words)) return undefined;
      const id = `${tag} ${nameKey(words)}`;
      const phrase = phrases.get(id) ?? newPhrase(tag, keyOf(words));
      phrase.tagged += 1;
      phrases.set(id, phrase);
      return phrase;
    };
    for (const [i, { text, tagged }] of articles.entries()) {
      for (const { tag, place, entity } of tagged) {
        if (place.end - place.start > 2 * longestPhrase) continue;
        const phrase = met(tag, text.slice(place.start, place.end));
        phrase?.articles.add(i);
        phrase?.entities.add(entity);
      }
    }
    for (const { tag, words, entity, of } of names) {
      const phrase = met(tag, words);
      phrase?.entities.add(entity);
      if (phrase !== undefined) phrase.named ??= of;
    }
    const usual = [...phrases.values()].sort((a, b) => b.tagged - a.tagged).slice(0, mostPhrases);
    const known = new KnownPhrases(usual, tags);
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
      for (const { tag, tagged, left, articles, entities, named } of phrases) {
        const [entity] = entities;
        yield {
          rule: 'same-again',
          tag,
          fragments: [place],
          confidence: Math.round(((tagged + 1) / (tagged + left + 2)) * 100) / 100,
          reason: [
            ...(articles.size === 0
              ? []
              : [`tagged as ${this.#tagNames.get(tag) ?? tag} in ${count(articles.size, 'article')}`]),
            ...(named === undefined ? [] : [`a name of ${named} in the cast`]),
            left === 0 ? 'never left alone' : `left alone ${left === 1 ? 'once' : `${left} times`}`,
          ],
          ...(entities.size === 1 && entity !== undefined && { entity }),
        };
      }
    }
  }

  #countLeft(articles: readonly TaggedText[]): void {
    for (const { text, tagged, until = text.length } of articles) {
      const covered = new Map(
        [...this.#tagNames.keys()].map((id) => [
          id,
          normaliseFragments(tagged.filter(({ tag }) => tag === id).map(({ place }) => place)),
        ]),
      );
      for (const { place, phrases } of this.#places(text.slice(0, until))) {
        for (const phrase of phrases)
          if (!haveInCommon(covered.get(phrase.tag) ?? [], place)) phrase.left += 1;
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

function newPhrase(tag: string, key: string): Phrase {
  return { tag, key, tagged: 0, left: 0, articles: new Set(), entities: new Set(), named: undefined };
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
