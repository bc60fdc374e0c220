import type { PlaceValue } from '../../model/attribute-value.ts';
import type { Block } from '../../model/block.ts';
import { haveInCommon } from '../../model/fragment.ts';
import type { Gazetteer, Place } from '../../places/gazetteer.ts';
import { type Paragraph, paragraphsOf } from '../../text/paragraphs.ts';
import type { PlaceSuggestion } from '../suggestion.ts';
import { choosePlace, holds, ownWeight, type PlaceKnowledge } from './choose-place.ts';
import { contextOf, type PlaceContext } from './place-context.ts';
import { type PlaceName, placeNamesIn } from './place-names.ts';
import { placeWords } from './place-words.ts';
import { placesByForm } from './places-by-form.ts';

/** With more inhabitants than this a town is known by its names in other languages too. */
const wellKnown = 500_000;

/** A name in its paragraph. */
interface Mention extends PlaceName {
  readonly name: string;
  readonly context: PlaceContext;
  /** What stands behind a comma and may hold it. */
  readonly container: readonly Place[];
  /** The paragraph's, so that what is found is given out in text order. */
  readonly paragraph: Paragraph;
}

/** Words with a capital that are names of some town or region, and in English seldom meant so. */
const directions =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Northwest|Northeast|Southwest|Southeast|Central|Pacific|Atlantic|Metropolitan)$/u;
/** Names of people, months and common words that are names of places too. */
const seldomPlaces: ReadonlySet<string> = new Set(
  (
    'Adams Alexandria Ali Along An Antarctic As At Athena Augusta Austin Bar Bath Best Bo Bradley ' +
    'Bush Campbell Capital Carolina Carter Center Centre Chad Chandler Charlotte Chester Christian Church Clinton Cruz Dallas ' +
    'Darwin De Diego Douglas El Elizabeth Eu Federal Florence Ford Francisco Franklin Freedom Friendship From Garcia ' +
    'Gary Georgia Grace Hamilton Helena Ho Hope Houston Imperial In Independence Institute Is Jackson Jordan Kent ' +
    'Kingston La Lancaster Las Le Lead Leon Liberty Lima Lincoln Logan Lopez Los Lynn Madison Male ' +
    'Man March Marco Maria Marie Marshall Martin Mary Mason May Mercer Mobile Montgomery More Most Nancy ' +
    'National Nelson Newton Nice Norman Ob Obama Of Orange Pace Page Plains Police Pop Reading Regina ' +
    'Robert Rome Roosevelt Saint Salem Same San Santa Santiago Since Sofia Spencer Split St Stafford Sterling ' +
    'Stewart Sydney Taylor To Troy Trump Tyler Union University Up Valencia Victoria Virginia Wales Walker Warren ' +
    'Washington Wayne Wellington Young'
  ).split(' '),
);

/** Where places are looked up. */
export interface PlaceSource {
  readonly gazetteer: Gazetteer;
  /** What somebody chose for a name before: `source:id`. */
  readonly chosen: ReadonlyMap<string, string>;
}

/**
 * The places that a text names, in order: those of the gazetteer, and what its last word says is one (“Jamarat Bridge”). Time and memory grow with the text alone.
 */
export function* suggestPlaces(
  text: string,
  blocks: readonly Block[],
  { gazetteer, chosen }: PlaceSource,
): Generator<PlaceSuggestion> {
  const mentions = [...mentionsIn(text, blocks, gazetteer)];
  const knowledge: PlaceKnowledge = { named: namedAreas(mentions), chosen };
  const supported = supportedNames(mentions);
  const surnames = surnamesOf(mentions);
  const found: PlaceSuggestion[] = [];
  for (const mention of mentions) {
    const [first, ...others] = mention.places;
    if (first === undefined) continue;
    const { place, because } = choosePlace(mention.name, [first, ...others], mention.container, knowledge);
    const weighed = weigh(mention, place, { supported, surnames, ...knowledge }, gazetteer);
    found.push({
      rule: 'gazetteer',
      fragments: [{ start: mention.start, end: mention.end }],
      place: placeValue(place),
      others: mention.places.length - 1,
      confidence: weighed.confidence,
      reason: [
        placeWords(place, gazetteer),
        ...weighed.reason,
        ...(because === undefined ? [] : [`one of ${mention.places.length} of that name: ${because}`]),
      ],
    });
  }
  const byForm = [...paragraphsOf(blocks)].flatMap((paragraph) => [...placesByForm(text, paragraph)]);
  // “Lake Como” and “Irving Street” are no towns. They stand in order, and apart.
  const taken = byForm.map(({ fragment }) => fragment);
  const all = found.filter(({ fragments: [words] }) => !haveInCommon(taken, words));
  for (const { fragment, noun } of byForm) {
    all.push({
      rule: 'place-words',
      fragments: [fragment],
      place: null,
      others: 0,
      confidence: 0.7,
      reason: [`ends in “${noun}”`, 'not in the gazetteer: say where it is'],
    });
  }
  yield* all.sort((a, b) => a.fragments[0].start - b.fragments[0].start);
}

function* mentionsIn(text: string, blocks: readonly Block[], gazetteer: Gazetteer): Generator<Mention> {
  for (const paragraph of paragraphsOf(blocks)) {
    const names = [...placeNamesIn(text, paragraph, gazetteer)];
    for (const [at, name] of names.entries()) {
      const [before, next] = [names[at - 1], names[at + 1]];
      // “Paris, Texas” and “University of Texas Arlington”.
      const container =
        next !== undefined && /^,\s$/u.test(text.slice(name.end, next.start))
          ? next
          : before !== undefined && text.slice(before.end, name.start) === ' '
            ? before
            : undefined;
      yield {
        ...name,
        name: text.slice(name.start, name.end),
        context: contextOf(text, name, paragraph),
        container: container?.places ?? [],
        paragraph,
      };
    }
  }
}

/** Countries and regions that an article names: by their names, or behind a comma. */
function namedAreas(mentions: readonly Mention[]): Map<string, number> {
  const named = new Map<string, number>();
  const add = (id: string) => named.set(id, (named.get(id) ?? 0) + 1);
  for (const { places, context } of mentions) {
    const [best] = places;
    if (best === undefined || context.joinsBefore) continue;
    if (best.kind === 'country') add(best.country);
    // A region that a town is named like (New York, Valencia) says nothing of which is meant.
    const towns = places.filter(({ kind }) => kind !== 'country' && kind !== 'region');
    if (best.kind === 'region' && towns.every(({ population }) => population * 10 < best.population)) {
      add(best.region);
      add(best.country);
    }
  }
  return named;
}

/** Names that stand somewhere in the article as a place does, so that they are one elsewhere too. */
function supportedNames(mentions: readonly Mention[]): Set<string> {
  const names = new Set<string>();
  for (const { name, places, context, container } of mentions) {
    const isHeld = places.some((place) => container.some((outer) => holds(outer, place)));
    if (!context.joinsBefore && (isHeld || context.preposition !== undefined || context.isDateline))
      names.add(name);
  }
  return names;
}

/** Names that stand behind another word with a capital somewhere, as the name of a family does. */
function surnamesOf(mentions: readonly Mention[]): Set<string> {
  const names = new Set<string>();
  for (const { name, places, context, container } of mentions) {
    const isTown = places.every(({ kind }) => kind !== 'country' && kind !== 'area' && kind !== 'region');
    if (isTown && container.length === 0 && context.joinsBefore && !context.joinsAfter) names.add(name);
  }
  return names;
}

interface Evidence extends PlaceKnowledge {
  readonly supported: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
}

function weigh(
  { name, places, context, container }: Mention,
  place: Place,
  { supported, surnames, named, chosen }: Evidence,
  gazetteer: Gazetteer,
): { readonly confidence: number; readonly reason: readonly string[] } {
  const reason: string[] = [];
  const isDoubtful = seldomPlaces.has(name) || (isInverted(name) && place.population < wellKnown);
  const isWide = place.kind === 'country' || place.kind === 'area';
  let sure = isWide
    ? 0.92
    : place.kind === 'region'
      ? 0.75
      : Math.min(0.75, 0.3 + (ownWeight(place) - 4) * 0.13);
  if (isDoubtful) sure -= 0.3;
  if (directions.test(name)) sure -= 0.6;
  // A name that a town has in another language, or once had, is more often something else.
  const isOwnName = place.name === name || place.population > wellKnown;
  if (!isOwnName && !isWide && place.kind !== 'region') sure -= 0.25;
  if (surnames.has(name)) sure -= 0.4;
  // Somebody has said in this project that the name is that place.
  if (chosen.get(name) === `${place.source}:${place.id}`) sure += 0.25;
  const isHeld = places.some((inner) => container.some((outer) => holds(outer, inner)));
  if (isHeld) {
    sure += 0.4;
    reason.push('the place that holds it stands beside it');
  }
  if (context.isDateline) {
    sure += 0.3;
    reason.push('where the news is sent from');
  }
  if (context.preposition !== undefined) {
    sure += 0.2;
    reason.push(`“${context.preposition}” before it`);
  } else if (supported.has(name) && !isHeld) {
    sure += 0.15;
    reason.push('a place elsewhere in the article');
  }
  if (!isWide && (named.get(place.country) ?? 0) > (place.kind === 'region' ? 1 : 0)) {
    sure += 0.1;
    reason.push(`${gazetteer.area(place.country)?.name ?? place.country} is named too`);
  }
  if (context.joinsBefore && !isHeld) sure -= isWide ? 0.3 : 0.5;
  if (context.joinsAfter && !isHeld) sure -= isWide || place.kind === 'region' ? 0.05 : 0.3;
  if (context.speaks && !isWide) sure -= 0.2;
  if (context.beginsSentence && !isWide && !context.isDateline && !isHeld) sure -= 0.1;
  return { confidence: Math.round(Math.min(0.98, Math.max(0.05, sure)) * 100) / 100, reason };
}

/** One short word, all in capitals, that is no country: an organisation as a rule. */
function isInverted(name: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(name) && !/^(?:USA?|UK|UAE|DRC|DPRK|GB)$/u.test(name);
}

/** What the span's attribute becomes. */
export function placeValue({ name, latitude, longitude, source, id }: Place): PlaceValue {
  return { name, latitude, longitude, source, sourceId: id, unlocatable: false };
}
