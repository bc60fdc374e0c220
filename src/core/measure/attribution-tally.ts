import type { Identifier } from '../model/identifier.ts';
import type { Attribution, Party } from './attributions.ts';

/** How many claims somebody or somewhere has. */
export interface PartyCount extends Pick<Party, 'key' | 'entity'> {
  /** The words of the mention that was met first. */
  readonly words: string;
  readonly claims: number;
}

/** What a project's claims come to. */
export interface AttributionStatistics {
  readonly claims: number;
  readonly attributed: number;
  /** Said to have no speaker. */
  readonly speakerless: number;
  /** Neither: still to be done. */
  readonly unattributed: number;
  /** Claims without a date that names a calendar year. */
  readonly undated: number;
  /** The most claims first. */
  readonly speakers: readonly PartyCount[];
  readonly places: readonly PartyCount[];
  /** TIMEX3 value → claims, in the order of the values. */
  readonly dates: readonly { readonly value: string; readonly claims: number }[];
  /** Claims by speaker and place, the most first. */
  readonly pairs: readonly { readonly speaker: string; readonly place: string; readonly claims: number }[];
}

/** A part of a picture, by which its claims are found again. Parts that are left out do not count. */
export interface AttributionMark {
  readonly speaker?: string;
  readonly place?: string;
  /** TIMEX3 values, one of which the claim must have. */
  readonly dates?: readonly string[];
  readonly status?: 'attributed' | 'speakerless' | 'unattributed';
}

/** Counts attributions article by article: what it holds grows with the number of speakers, places and dates, not with that of claims. */
export class AttributionTally {
  #claims = 0;
  #attributed = 0;
  #speakerless = 0;
  #undated = 0;
  readonly #speakers = new Map<string, Counted>();
  readonly #places = new Map<string, Counted>();
  readonly #dates = new Map<string, number>();
  readonly #pairs = new Map<string, { speaker: string; place: string; claims: number }>();

  add(attributions: Iterable<Attribution>): void {
    for (const attribution of attributions) this.#addOne(attribution);
  }

  result(): AttributionStatistics {
    return {
      claims: this.#claims,
      attributed: this.#attributed,
      speakerless: this.#speakerless,
      unattributed: this.#claims - this.#attributed - this.#speakerless,
      undated: this.#undated,
      speakers: mostFirst(this.#speakers),
      places: mostFirst(this.#places),
      dates: [...this.#dates]
        .map(([value, claims]) => ({ value, claims }))
        .sort((a, b) => (a.value < b.value ? -1 : 1)),
      pairs: [...this.#pairs.values()].sort((a, b) => b.claims - a.claims),
    };
  }

  #addOne(attribution: Attribution): void {
    const { speakers, places, dates } = attribution;
    this.#claims += 1;
    const status = statusOf(attribution);
    if (status === 'attributed') this.#attributed += 1;
    if (status === 'speakerless') this.#speakerless += 1;
    for (const speaker of speakers) count(this.#speakers, speaker);
    for (const place of places) count(this.#places, place);
    for (const date of dates) this.#dates.set(date, (this.#dates.get(date) ?? 0) + 1);
    if (!dates.some((value) => /^\d{4}/.test(value))) this.#undated += 1;
    for (const { key: speaker } of speakers) {
      for (const { key: place } of places) {
        const key = JSON.stringify([speaker, place]);
        this.#pairs.set(key, { speaker, place, claims: (this.#pairs.get(key)?.claims ?? 0) + 1 });
      }
    }
  }
}

/** Whether a claim belongs to a part of a picture. */
export function isOfMark(attribution: Attribution, mark: AttributionMark): boolean {
  const { speaker, place, dates, status } = mark;
  const has = (parties: readonly Party[], key: Identifier) => parties.some((party) => party.key === key);
  return (
    (speaker === undefined || has(attribution.speakers, speaker)) &&
    (place === undefined || has(attribution.places, place)) &&
    (dates === undefined || attribution.dates.some((value) => dates.includes(value))) &&
    (status === undefined || statusOf(attribution) === status)
  );
}

/** A claim that has a speaker is attributed, whatever else is said of it. */
function statusOf({ speakers, speakerless }: Attribution): 'attributed' | 'speakerless' | 'unattributed' {
  if (speakers.length > 0) return 'attributed';
  return speakerless ? 'speakerless' : 'unattributed';
}

interface Counted extends PartyCount {
  claims: number;
}

function count(counts: Map<string, Counted>, party: Party): void {
  const counted = counts.get(party.key);
  if (counted === undefined) counts.set(party.key, { ...party, claims: 1 });
  else counted.claims += 1;
}

/** Of equals the one that was met first stands first. */
function mostFirst(counts: ReadonlyMap<string, Counted>): PartyCount[] {
  return [...counts.values()].map((counted) => ({ ...counted })).sort((a, b) => b.claims - a.claims);
}
