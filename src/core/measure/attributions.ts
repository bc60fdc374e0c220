import { readAttribute } from '../model/attribute-definition.ts';
import type { Identifier } from '../model/identifier.ts';
import { dateAttribute, entityOf, placeAttribute } from '../model/known-attributes.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { onOneLine } from '../text/white-space.ts';

/** Somebody or somewhere that a claim is linked to, the same for every mention of it. */
export interface Party {
  /** Equal for mentions of the same: by entity, by gazetteer id or name, else by the words, whatever their case. */
  readonly key: string;
  /** The entity of the cast, when one is assigned. */
  readonly entity: Identifier | null;
  /** The words of the mention, or the name that the gazetteer has. */
  readonly words: string;
}

/** A claim with all that it is linked to. */
export interface Attribution {
  readonly claim: Identifier;
  readonly speakers: readonly Party[];
  readonly places: readonly Party[];
  /** TIMEX3 values of the dates that have one. */
  readonly dates: readonly string[];
  /** Somebody has said that no speaker is named. */
  readonly speakerless: boolean;
}

/**
 * The attributions of one article, in the order of its claims.
 * @param claims ids of the claims, in the order wanted.
 * @param speakerless ids of those marked as having no speaker.
 * @param ends the spans that relations link them to.
 */
export function attributionsOf(
  claims: readonly Identifier[],
  speakerless: ReadonlySet<Identifier>,
  ends: ReadonlyMap<Identifier, Span>,
  relations: Iterable<Relation>,
): Attribution[] {
  const links = new Map<Identifier, { speakers: Party[]; places: Party[]; dates: string[] }>();
  for (const id of claims) links.set(id, { speakers: [], places: [], dates: [] });
  for (const { type, from, to } of relations) {
    const [claim, end] = type === 'says' ? [to, from] : [from, to];
    const of = links.get(claim);
    const span = ends.get(end);
    if (of === undefined || span === undefined) continue;
    if (type === 'says') addParty(of.speakers, speakerOf(span));
    else if (type === 'at') addParty(of.places, placeOf(span));
    else if (type === 'on') {
      const value = dateOf(span);
      if (value !== undefined && !of.dates.includes(value)) of.dates.push(value);
    }
  }
  return [...links].map(([claim, linked]) => ({ claim, ...linked, speakerless: speakerless.has(claim) }));
}

function speakerOf(span: Span): Party {
  const words = onOneLine(span.quote);
  const entity = entityOf(span) ?? null;
  return { key: entity === null ? `words:${words.toLowerCase()}` : `entity:${entity}`, entity, words };
}

function placeOf(span: Span): Party {
  const place = readAttribute(span.attributes, { id: placeAttribute, type: 'place' });
  const known = place.ok ? place.value : undefined;
  const words = known === undefined || known.name === '' ? onOneLine(span.quote) : known.name;
  const isInGazetteer = known !== undefined && known.sourceId !== '';
  const key = isInGazetteer ? `${known.source}:${known.sourceId}` : `words:${words.toLowerCase()}`;
  return { key, entity: null, words };
}

function dateOf(span: Span): string | undefined {
  const date = readAttribute(span.attributes, { id: dateAttribute, type: 'date' });
  return date.ok && (date.value?.type === 'date' || date.value?.type === 'time')
    ? date.value.value
    : undefined;
}

function addParty(parties: Party[], party: Party): void {
  if (!parties.some(({ key }) => key === party.key)) parties.push(party);
}
