import type { Entity } from '../model/entity.ts';
import type { Identifier } from '../model/identifier.ts';
import type { Mention } from './article-mentions.ts';
import { nameKey, namesOf, nameTokens } from './entity-names.ts';
import { pronounKind } from './pronouns.ts';

/** Why somebody of the cast is proposed, the strongest first. */
export type ProposalReason =
  /** The words are a name or alias. */
  | 'name'
  /** The same words stand for this entity elsewhere in the article. */
  | 'sameWords'
  /** A pronoun, and this is who was mentioned last before it. */
  | 'mentionedBefore'
  /** The words are part of a name: a surname, a given name, initials. */
  | 'partOfName'
  /** The words are part of the role: "the minister". */
  | 'role'
  /** Mentioned somewhere in the article. */
  | 'inArticle'
  /** Assigned lately, in any article. */
  | 'recent'
  | 'cast';

export interface Proposal {
  readonly entity: Entity;
  readonly reason: ProposalReason;
}

export interface RankingQuestion {
  /** What the span reads. */
  readonly words: string;
  /** Where it starts, UTF-16 units. */
  readonly start: number;
  readonly cast: readonly Entity[];
  /** Who is mentioned in the article, in text order, the span itself left out. */
  readonly mentions: readonly Mention[];
  /** Who was assigned lately, the latest first. */
  readonly recent: readonly Identifier[];
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const order: readonly ProposalReason[] = [
  'name',
  'sameWords',
  'mentionedBefore',
  'partOfName',
  'role',
  'inArticle',
  'recent',
  'cast',
];

/** Titles that stand before a name and belong to none. */
const titles = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady herr frau monsieur madame señor señora'.split(' '),
);
const fillers = new Set('the a an of for and le la les der die das el los las il'.split(' '));

/**
 * The whole cast as answers to "who is this?", the most likely first. Of equals, who was mentioned nearest before the span comes first, then who was
 * mentioned at all, then who was assigned lately, then by name.
 */
export function rankEntities(question: RankingQuestion): Proposal[] {
  const { words, start, cast, mentions, recent } = question;
  const key = nameKey(words);
  const tokens = nameTokens(words).filter((token) => !titles.has(token));
  const pronoun = pronounKind(words);
  const sameWords = new Set(
    pronoun === undefined
      ? mentions.filter((mention) => mention.words === key).map(({ entity }) => entity)
      : [],
  );
  const distances = distancesFrom(start, mentions);
  const ranks = new Map(recent.map((id, i) => [id, i]));
  const reasonFor = (entity: Entity): ProposalReason => {
    if (pronoun === undefined) {
      if (key !== '' && compared(entity).keys.includes(key)) return 'name';
      if (sameWords.has(entity.id)) return 'sameWords';
      if (isPartOfName(tokens, entity)) return 'partOfName';
      if (isRole(tokens, entity)) return 'role';
    } else if (fits(pronoun, entity) && (distances.get(entity.id) ?? Number.POSITIVE_INFINITY) <= start) {
      return 'mentionedBefore';
    }
    if (distances.has(entity.id)) return 'inArticle';
    return ranks.has(entity.id) ? 'recent' : 'cast';
  };
  return cast
    .map((entity) => ({ entity, reason: reasonFor(entity) }))
    .sort(
      (a, b) =>
        order.indexOf(a.reason) - order.indexOf(b.reason) ||
        compare(distances.get(a.entity.id), distances.get(b.entity.id)) ||
        compare(ranks.get(a.entity.id), ranks.get(b.entity.id)) ||
        collator.compare(a.entity.name, b.entity.name),
    );
}

/**
 * How far from the span each entity is mentioned, UTF-16 units: before it the nearest mention counts; one that is mentioned only behind it comes
 * after all of those before.
 */
function distancesFrom(start: number, mentions: readonly Mention[]): Map<Identifier, number> {
  const distances = new Map<Identifier, number>();
  for (const mention of mentions) {
    const distance = mention.start <= start ? start - mention.start : mention.start;
    const known = distances.get(mention.entity);
    distances.set(mention.entity, known === undefined ? distance : Math.min(known, distance));
  }
  return distances;
}

function compare(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
}

function fits(pronoun: 'person' | 'thing' | 'any', { kind }: Entity): boolean {
  if (pronoun === 'any' || kind === 'other') return true;
  return (kind === 'person') === (pronoun === 'person');
}

function isPartOfName(tokens: readonly string[], entity: Entity): boolean {
  if (tokens.length === 0) return false;
  const telling = tokens.filter((token) => !fillers.has(token));
  return compared(entity).names.some(({ parts, initials }) => {
    if (parts.length < 2) return tokens.length > 1 && parts.length === 1 && tokens.at(-1) === parts[0];
    if (tokens.length === 1 && tokens[0] === initials) return true;
    if (telling.length > 0 && telling.every((token) => parts.includes(token))) return true;
    // "Minister Tarrant" is "Ilse Tarrant".
    return tokens.length > 1 && tokens.at(-1) === parts.at(-1);
  });
}

function isRole(tokens: readonly string[], entity: Entity): boolean {
  const telling = tokens.filter((token) => !fillers.has(token));
  const { role } = compared(entity);
  return telling.length > 0 && telling.every((token) => role.includes(token));
}

/** An entity's names and role as they are compared with words. */
interface Compared {
  readonly keys: readonly string[];
  readonly names: readonly { readonly parts: readonly string[]; readonly initials: string }[];
  readonly role: readonly string[];
}

/** Taking thousands of names apart costs more than comparing them, and an entity never changes: a change makes another. */
const taken = new WeakMap<Entity, Compared>();

function compared(entity: Entity): Compared {
  const known = taken.get(entity);
  if (known !== undefined) return known;
  const names = [entity.name, ...entity.aliases];
  const made: Compared = {
    keys: namesOf(entity),
    names: names.map((name) => ({ parts: nameTokens(name), initials: initialsOf(name) })),
    role: nameTokens(entity.role),
  };
  taken.set(entity, made);
  return made;
}

/** `imf` of International Monetary Fund; empty for one word. */
function initialsOf(name: string): string {
  const capitals = name.split(/[\s-]+/u).flatMap((word) => word.match(/^\p{Lu}/u) ?? []);
  return capitals.length < 2 ? '' : capitals.join('').toLowerCase();
}
