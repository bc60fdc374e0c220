import type { DateReader } from '../dates/date-reader.ts';
import { publicationDay } from '../dates/publication-day.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../formats/dataset-schema.ts';
import type { Block } from '../model/block.ts';
import type { Fragment } from '../model/fragment.ts';
import { dateAttribute, placeAttribute } from '../model/known-attributes.ts';
import { suggestionOrigin } from '../operations/gestures/decide-suggestion.ts';
import { CodePointMap } from '../text/offsets.ts';
import { datasetBlocks } from './dataset-blocks.ts';
import { suggestDates } from './dates/suggest-dates.ts';
import { type PlaceSource, suggestPlaces } from './places/suggest-places.ts';
import type { KnownPhrases } from './same-again/known-phrases.ts';
import { suggestAttributions } from './suggest-attributions.ts';
import type { AttributionSuggestion, Proposed } from './suggestion.ts';

/** What is proposed for a dataset’s article, as spans and relations of the default tag set. */
export interface SuggestedParts {
  readonly spans: DatasetSpan[];
  readonly relations: DatasetRelation[];
}

/** What proposes attributions, and how sure they have to be: the rules, or what was learnt. */
export interface AttributionSource {
  readonly suggest: (text: string, blocks: readonly Block[]) => Iterable<AttributionSuggestion>;
  readonly least: number;
}

/**
 * Proposes the attributions, times and places of an article. Each span says by its origin which rule proposed it and by its note why, and how sure it is.
 * @param least confidence, from 0 to 1
 * @param attributions the rules where nothing else is given
 * @param known what was tagged in other articles, to be found here
 * @param places where places are looked up; none are proposed without it
 * @param reader of words for times; the day that they count from is the article’s `date`, or `published`
 */
export function suggestedParts(
  article: DatasetArticle,
  least: number,
  reader: DateReader,
  attributions: AttributionSource = { suggest: suggestAttributions, least },
  known?: KnownPhrases,
  places?: PlaceSource,
): SuggestedParts {
  const { text, id } = article;
  const map = CodePointMap.of(text);
  const spans: DatasetSpan[] = [];
  const relations: DatasetRelation[] = [];
  const speakers = new Map<string, DatasetSpan>();
  const taken: { readonly tag: string; readonly fragments: readonly Fragment[] }[] = [];
  const span = (
    tag: string,
    fragments: readonly Fragment[],
    of: Proposed,
    attributes: NonNullable<DatasetSpan['attributes']>,
  ): DatasetSpan => {
    const places = fragments.map(({ start, end }) => ({
      start: map.toCodePoint(start),
      end: map.toCodePoint(end),
    }));
    const made: DatasetSpan = {
      id: `${id}-suggestion-${spans.length + 1}`,
      tag,
      start: places[0]?.start ?? 0,
      end: places.at(-1)?.end ?? 0,
      text: fragments.map(({ start, end }) => text.slice(start, end)).join(' '),
      ...(places.length > 1 && { fragments: places }),
      attributes,
      note: `${of.reason.join('; ')} (${of.confidence.toFixed(2)})`,
      origin: suggestionOrigin(of),
    };
    spans.push(made);
    taken.push({ tag, fragments });
    return made;
  };
  const blocks = datasetBlocks(article, map);
  for (const suggestion of attributions.suggest(text, blocks)) {
    if (suggestion.confidence < attributions.least) continue;
    const claim = span('claim', suggestion.claim, suggestion, claimAttributes(suggestion, text));
    const { speaker } = suggestion;
    if (speaker === undefined) continue;
    // Who says several things is tagged once.
    const key = `${speaker.start}-${speaker.end}`;
    const tagged = speakers.get(key) ?? span('speaker', [speaker], suggestion, {});
    speakers.set(key, tagged);
    relations.push({
      id: `${claim.id}-says`,
      type: 'says',
      from: tagged.id,
      to: claim.id,
      origin: suggestionOrigin(suggestion),
    });
  }
  for (const suggestion of suggestDates(
    text,
    blocks,
    publicationDay(article.metadata ?? {}, reader),
    reader,
  )) {
    if (suggestion.confidence < least) continue;
    const { value } = suggestion;
    span('date', suggestion.fragments, suggestion, value === null ? {} : { [dateAttribute]: value });
  }
  for (const suggestion of places === undefined ? [] : suggestPlaces(text, blocks, places)) {
    if (suggestion.confidence < least) continue;
    const { place } = suggestion;
    span('location', suggestion.fragments, suggestion, place === null ? {} : { [placeAttribute]: place });
  }
  for (const suggestion of known?.suggest(text) ?? []) {
    const { tag, fragments, confidence } = suggestion;
    const [place] = fragments;
    const isTaken = taken.some(
      (other) =>
        other.tag === tag && other.fragments.some(({ start, end }) => start < place.end && place.start < end),
    );
    if (confidence >= least && !isTaken) span(tag, fragments, suggestion, {});
  }
  return { spans, relations };
}

function claimAttributes({ form, cue, speaker }: AttributionSuggestion, text: string) {
  return {
    form,
    ...(cue !== undefined && { cue: text.slice(cue.start, cue.end) }),
    ...(speaker === undefined && { noSpeaker: true }),
  };
}
