import type { CalendarDate } from '../dates/calendar.ts';
import type { DateReader } from '../dates/date-reader.ts';
import type { Block } from '../model/block.ts';
import { type Fragment, haveInCommon, normaliseFragments } from '../model/fragment.ts';
import type { Identifier } from '../model/identifier.ts';
import { suggestDates } from './dates/suggest-dates.ts';
import { type PlaceSource, suggestPlaces } from './places/suggest-places.ts';
import type { KnownPhrases, SameAgainSuggestion } from './same-again/known-phrases.ts';
import { suggestAttributions } from './suggest-attributions.ts';
import type { AttributionSuggestion, DateSuggestion, PlaceSuggestion } from './suggestion.ts';
import { suggestionKey } from './suggestion-key.ts';

interface Known {
  /** What becomes the span that it is about: the claim, the words for a time, the name. UTF-16 units, in order and apart. */
  readonly fragments: readonly Fragment[];
  /** By which it is known again: see `suggestionKey`. */
  readonly key: string;
}

/** What is proposed for an article, of whichever kind. */
export type ArticleSuggestion = Known &
  (
    | { readonly kind: 'attribution'; readonly of: AttributionSuggestion }
    | { readonly kind: 'date'; readonly of: DateSuggestion }
    | { readonly kind: 'phrase'; readonly of: SameAgainSuggestion }
    | { readonly kind: 'place'; readonly of: PlaceSuggestion }
  );

/**
 * What is proposed for an article by its words alone, each kind in text order: first attributions, then times.
 * @param published the day that times count from, or null when it is not known
 * @param attributions the rules, or what was learnt
 */
export function* articleSuggestions(
  text: string,
  blocks: readonly Block[],
  published: CalendarDate | null,
  reader: DateReader,
  attributions: (
    text: string,
    blocks: readonly Block[],
  ) => Iterable<AttributionSuggestion> = suggestAttributions,
): Generator<ArticleSuggestion> {
  for (const of of attributions(text, blocks)) {
    yield { kind: 'attribution', of, ...known(text, of.claim, of.speaker) };
  }
  for (const of of suggestDates(text, blocks, published, reader)) {
    yield { kind: 'date', of, ...known(text, of.fragments) };
  }
}

/** The places that are proposed for an article, in text order. */
export function* placeSuggestions(
  text: string,
  blocks: readonly Block[],
  places: PlaceSource,
): Generator<ArticleSuggestion> {
  for (const of of suggestPlaces(text, blocks, places)) {
    yield { kind: 'place', of, ...known(text, of.fragments) };
  }
}

/**
 * What was tagged elsewhere and stands in an article, in text order.
 * @param speaker the tag of those who speak, and where attributions propose one already
 */
export function* sameAgain(
  text: string,
  phrases: KnownPhrases,
  speaker: { readonly tag: Identifier | undefined; readonly proposed: readonly Fragment[] },
): Generator<ArticleSuggestion & { readonly kind: 'phrase' }> {
  const taken = speaker.proposed.length === 0 ? [] : normaliseFragments(speaker.proposed);
  for (const of of phrases.suggest(text)) {
    const [place] = of.fragments;
    // Who speaks is proposed with what he says; by himself he is no news.
    if (of.tag === speaker.tag && haveInCommon(taken, place)) continue;
    yield { kind: 'phrase', of, ...known(text, of.fragments) };
  }
}

function known(text: string, fragments: readonly Fragment[], speaker?: Fragment): Known {
  return { fragments: normaliseFragments(fragments), key: suggestionKey(text, fragments, speaker) };
}
