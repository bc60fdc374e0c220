import { entitiesNamed, nameTokens } from '../../cast/entity-names.ts';
import { namesEntity } from '../../cast/who-attribute.ts';
import type { ArticleRecord } from '../../model/article.ts';
import type { Attributes, DateValue, PlaceValue } from '../../model/attribute-value.ts';
import type { Entity } from '../../model/entity.ts';
import { type Fragment, haveInCommon, normaliseFragments, quoteOf } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import { dateAttribute, entityAttribute, entityOf, placeAttribute } from '../../model/known-attributes.ts';
import type { RefusedSuggestion } from '../../model/refused-suggestion.ts';
import type { Span } from '../../model/span.ts';
import { type Tag, type TagSet, tagById } from '../../model/tag-set.ts';
import type { ArticleSuggestion } from '../../suggest/article-suggestions.ts';
import type { Proposed } from '../../suggest/suggestion.ts';
import { type Change, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';
import { GrowingSpans } from './growing-spans.ts';
import { linkRole } from './link-nearest.ts';
import { linkChanges } from './link-spans.ts';
import { claimChanges } from './make-claim.ts';
import { newSpan } from './new-span.ts';
import { saysTags } from './plan-claim.ts';

/** The origin of what came of a suggestion: its rule, and how sure it was. */
export function suggestionOrigin({ rule, confidence }: Proposed): string {
  return `suggestion:${rule}@${confidence.toFixed(2)}`;
}

/** The rule that an origin names, or undefined when no suggestion made it. */
export function ruleOfOrigin(origin: string): string | undefined {
  return /^suggestion:([^@]+)/.exec(origin)?.[1];
}

/** The tag that the main span of a suggestion gets; undefined where the tag set has none for it, so that it cannot be accepted. */
export function tagOfSuggestion(tagSet: TagSet, suggestion: ArticleSuggestion): Tag | undefined {
  if (suggestion.kind === 'phrase') return tagById(tagSet, suggestion.of.tag);
  return suggestion.kind === 'attribution' ? saysTags(tagSet)?.claim : tagWithValue(tagSet, suggestion.kind);
}

/** The tag for times or places: one with an attribute for them, the usual one before others. */
export function tagWithValue(tagSet: TagSet, kind: 'date' | 'place'): Tag | undefined {
  const isOfIt = ({ attributes }: Tag) => attributes.some(({ type }) => type === kind);
  const usual = tagById(tagSet, kind === 'date' ? 'date' : 'location');
  return usual !== undefined && isOfIt(usual) ? usual : tagSet.tags.find(isOfIt);
}

/** Those that nobody has decided about: neither refused, nor where a span of their tag stands. */
export function openSuggestions(
  article: ArticleState,
  suggestions: readonly ArticleSuggestion[],
  tagSet: TagSet,
): ArticleSuggestion[] {
  const refusals = refusedIn(article.record);
  const open = suggestions.filter((suggestion) => {
    const tag = tagOfSuggestion(tagSet, suggestion);
    return tag !== undefined && isUndecided(article, suggestion, tag.id, refusals);
  });
  // A place with its point on the map says more than that its name was tagged elsewhere.
  const placed = open.flatMap(({ kind, fragments }) => (kind === 'place' ? fragments : []));
  if (placed.length === 0) return open;
  const placeTag = tagWithValue(tagSet, 'place')?.id;
  const places = normaliseFragments(placed);
  return open.filter(
    (suggestion) =>
      suggestion.kind !== 'phrase' ||
      suggestion.of.tag !== placeTag ||
      !haveInCommon(places, suggestion.of.fragments[0]),
  );
}

/** True of one that nobody has decided about. */
export function isOpenSuggestion(
  article: ArticleState,
  suggestion: ArticleSuggestion,
  tagSet: TagSet,
): boolean {
  return openSuggestions(article, [suggestion], tagSet).length > 0;
}

/** What was refused in an article, by tag and words. */
function refusedIn({ refused: all }: ArticleRecord): Set<string> {
  return new Set(all.map(({ tag, words }) => `${tag} ${words}`));
}

function isUndecided(
  article: ArticleState,
  { key, fragments }: ArticleSuggestion,
  tag: Identifier,
  refusals: ReadonlySet<string>,
): boolean {
  return !refusals.has(`${tag} ${key}`) && !isTagged(article, fragments, tag);
}

function isTagged({ spans }: ArticleState, fragments: readonly Fragment[], tag: Identifier): boolean {
  const start = fragments[0]?.start ?? 0;
  const end = fragments.at(-1)?.end ?? start;
  return spans
    .touching(start, end)
    .some((span) => span.tag === tag && fragments.some((stretch) => overlapsSpan(span, stretch)));
}

/** What a decision is made with. */
export interface Deciding {
  readonly tagSet: TagSet;
  readonly cast: readonly Entity[];
  readonly by: Authorship;
}

/**
 * Accepts suggestions: each becomes its span, an attribution the speaker and the link too, all in one operation. What is open no more by the time that its turn has come, since
 * one before it tagged the same words, is left out.
 */
export function acceptSuggestions(
  article: ArticleState,
  suggestions: readonly ArticleSuggestion[],
  deciding: Deciding,
): GestureResult {
  const changes: Change[] = [];
  let current: Identifier | null = null;
  let count = 0;
  for (const { changes: made } of whatAcceptingMakes(article, suggestions, deciding)) {
    changes.push(...made);
    count += 1;
    const [first] = made;
    if (first?.type === 'span.add') current = first.span.id;
  }
  if (changes.length === 0) return refused('unchanged', 'There is nothing left to accept.');
  return done(
    operationOf(changes),
    count === 1 ? 'accept suggestion' : `accept ${count} suggestions`,
    current,
  );
}

/** What accepting each of these would make, one after the other; those that are open no more by then are left out. */
export function* whatAcceptingMakes(
  article: ArticleState,
  suggestions: readonly ArticleSuggestion[],
  deciding: Deciding,
): Generator<{ readonly suggestion: ArticleSuggestion; readonly changes: readonly Change[] }> {
  const refusals = refusedIn(article.record);
  const spans = new GrowingSpans(article.spans);
  for (const suggestion of suggestions) {
    const tag = tagOfSuggestion(deciding.tagSet, suggestion);
    if (tag === undefined) continue;
    const here = { ...article, spans: spans.near(wordsOf(suggestion)) };
    if (!isUndecided(here, suggestion, tag.id, refusals)) continue;
    const changes = changesOfSuggestion(here, suggestion, deciding);
    if (changes.length === 0) continue;
    for (const change of changes) if (change.type === 'span.add') spans.add(change.span);
    yield { suggestion, changes };
  }
}

/** All words that a suggestion is about, and so all that has to be known of the article's spans to make something of it. */
function wordsOf(suggestion: ArticleSuggestion): readonly Fragment[] {
  if (suggestion.kind !== 'attribution') return suggestion.fragments;
  const { speaker, standsFor, cue } = suggestion.of;
  return [...suggestion.fragments, ...[speaker, standsFor, cue].filter((words) => words !== undefined)];
}

/** Refuses suggestions, so that they are not made again. */
export function refuseSuggestions(
  { record }: ArticleState,
  suggestions: readonly ArticleSuggestion[],
  { tagSet, by }: Pick<Deciding, 'tagSet' | 'by'>,
): GestureResult {
  const added: RefusedSuggestion[] = [];
  const known = refusedIn(record);
  for (const suggestion of suggestions) {
    const tag = tagOfSuggestion(tagSet, suggestion)?.id;
    const { key: words, of } = suggestion;
    if (tag === undefined || known.has(`${tag} ${words}`)) continue;
    known.add(`${tag} ${words}`);
    added.push({ tag, words, rule: of.rule, confidence: of.confidence, at: by.now });
  }
  if (added.length === 0) return refused('unchanged', 'That is refused already.');
  const after = { ...record, refused: [...record.refused, ...added], updatedAt: by.now };
  const label = added.length === 1 ? 'refuse suggestion' : `refuse ${added.length} suggestions`;
  return done({ type: 'article.update', before: record, after }, label, null);
}

function changesOfSuggestion(
  article: ArticleState,
  suggestion: ArticleSuggestion,
  deciding: Deciding,
): Change[] {
  const origin = suggestionOrigin(suggestion.of);
  return bareChanges(article, suggestion, deciding).map((change): Change => {
    if (change.type === 'span.add') return { ...change, span: { ...change.span, origin } };
    return change.type === 'relation.add' ? { ...change, relation: { ...change.relation, origin } } : change;
  });
}

function bareChanges(article: ArticleState, suggestion: ArticleSuggestion, deciding: Deciding): Change[] {
  switch (suggestion.kind) {
    case 'attribution':
      return attributionChanges(article, suggestion, deciding);
    case 'date':
      return valueChanges(article, suggestion, suggestion.of.value, dateAttribute, deciding);
    case 'place':
      return valueChanges(article, suggestion, suggestion.of.place, placeAttribute, deciding);
    case 'phrase':
      return phraseChanges(article, suggestion, deciding);
  }
}

function phraseChanges(
  article: ArticleState,
  suggestion: ArticleSuggestion & { readonly kind: 'phrase' },
  deciding: Deciding,
): Change[] {
  const tag = tagOfSuggestion(deciding.tagSet, suggestion);
  if (tag === undefined) return [];
  const [words] = suggestion.of.fragments;
  const named = namingSpan(article, tag, words, undefined, deciding);
  const entity = deciding.cast.find(({ id }) => id === suggestion.of.entity)?.id;
  const isWhose = entity !== undefined && namesEntity(deciding.tagSet, tag.id);
  const span = isWhose ? { ...named, attributes: { ...named.attributes, [entityAttribute]: entity } } : named;
  return [{ type: 'span.add', span }];
}

/** A span with its value, in the attribute of that kind that the tag has, the usual one before others. */
function valueChanges(
  article: ArticleState,
  suggestion: ArticleSuggestion,
  value: DateValue | PlaceValue | null,
  usual: Identifier,
  { tagSet, by }: Deciding,
): Change[] {
  const tag = tagOfSuggestion(tagSet, suggestion);
  if (tag === undefined) return [];
  const ofKind = tag.attributes.filter(({ type }) => type === suggestion.kind);
  const attribute = ofKind.find(({ id }) => id === usual) ?? ofKind[0];
  const attributes: Attributes = value === null || attribute === undefined ? {} : { [attribute.id]: value };
  return [{ type: 'span.add', span: newSpan(article, tag.id, suggestion.fragments, by, attributes) }];
}

function attributionChanges(
  article: ArticleState,
  { fragments, of }: ArticleSuggestion & { readonly kind: 'attribution' },
  deciding: Deciding,
): Change[] {
  const { tagSet, by } = deciding;
  const tags = saysTags(tagSet);
  if (tags === undefined) return [];
  const { form, cue, speaker: words } = of;
  const plan = { tag: tags.claim, fragments, form, cue, speaker: words };
  const { claim, changes } = claimChanges(article, plan, tagSet, by);
  const role = linkRole(tagSet, claim.tag, 'speaker');
  if (words === undefined || role === undefined) return changes;
  const there = article.spans
    .touching(words.start, words.end)
    .find((span) => role.type.from.includes(span.tag) && overlapsSpan(span, words));
  const speaker = there ?? namingSpan(article, tags.speaker, words, of.standsFor, deciding);
  const all: Change[] = there === undefined ? [...changes, { type: 'span.add', span: speaker }] : changes;
  // The claim is new: no link of it is in the way.
  return [...all, ...linkChanges(article, { type: role.type.id, from: speaker.id, to: claim.id }, by)];
}

/** Words for somebody as a span, assigned to a member of the cast where they are a full name of one, or stand for words that are assigned to one. */
function namingSpan(
  article: ArticleState,
  tag: Tag,
  words: Fragment,
  standsFor: Fragment | undefined,
  { tagSet, cast, by }: Deciding,
): Span {
  const bare = newSpan(article, tag.id, [words], by);
  if (!namesEntity(tagSet, tag.id)) return bare;
  const entity =
    standsFor === undefined
      ? namedEntity(cast, bare.quote)
      : (article.spans
          .touching(standsFor.start, standsFor.end)
          .map(entityOf)
          .find((id) => id !== undefined) ?? namedEntity(cast, quoteOf(article.body.text, [standsFor])));
  return entity === undefined ? bare : { ...bare, attributes: { [entityAttribute]: entity } };
}

function namedEntity(cast: readonly Entity[], name: string): Identifier | undefined {
  const [entity, ...others] = entitiesNamed(cast, name);
  return entity === undefined || others.length > 0 || nameTokens(name).length < 2 ? undefined : entity.id;
}

function overlapsSpan({ fragments }: Span, { start, end }: Fragment): boolean {
  return fragments.some((fragment) => fragment.start < end && start < fragment.end);
}
