import fc from 'fast-check';
import type { ArticleRecord } from '../../../../src/core/model/article.ts';
import type { AttributeType } from '../../../../src/core/model/attribute-definition.ts';
import type { Entity } from '../../../../src/core/model/entity.ts';
import type { Span } from '../../../../src/core/model/span.ts';
import { assignEntity, unassignEntity } from '../../../../src/core/operations/gestures/assign-entity.ts';
import type { Authorship } from '../../../../src/core/operations/gestures/authorship.ts';
import {
  describeArticle,
  restoreArticles,
  setArticleState,
  trashArticles,
} from '../../../../src/core/operations/gestures/change-article.ts';
import {
  addEntity,
  changeEntity,
  removeEntity,
  unknownBut,
} from '../../../../src/core/operations/gestures/change-cast.ts';
import {
  addFragment,
  deleteSpan,
  retagSpan,
  setNote,
  toggleFlag,
} from '../../../../src/core/operations/gestures/change-span.ts';
import { chooseEnd } from '../../../../src/core/operations/gestures/choose-end.ts';
import { done, type GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import {
  linkRole,
  nearestEnds,
  nearestLinkChanges,
} from '../../../../src/core/operations/gestures/link-nearest.ts';
import { linkSpans, unlink } from '../../../../src/core/operations/gestures/link-spans.ts';
import { mergeEntities, splitEntity } from '../../../../src/core/operations/gestures/merge-entities.ts';
import { moveSpanEdge } from '../../../../src/core/operations/gestures/move-span-edge.ts';
import {
  type NewValue,
  removeAttribute,
  setAttribute,
} from '../../../../src/core/operations/gestures/set-attribute.ts';
import { toggleNoSpeaker } from '../../../../src/core/operations/gestures/set-no-speaker.ts';
import { tagSelection } from '../../../../src/core/operations/gestures/tag-selection.ts';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import type { ArticleState, ProjectState } from '../../../../src/core/operations/project-state.ts';

/** What a hand does next, told without knowing the project: the numbers pick among what is there. */
export interface Hand {
  readonly what: keyof typeof gestures;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Desk {
  readonly state: ProjectState;
  readonly article: ArticleState;
  readonly span: Span;
  readonly other: Span;
  readonly cast: readonly Entity[];
  readonly entity: Entity | undefined;
  readonly hand: Hand;
  readonly by: Authorship;
}

const values: Readonly<Record<AttributeType, NewValue>> = {
  text: 'told',
  number: 4.5,
  boolean: true,
  oneOf: 'high',
  manyOf: ['high', 'low'],
  date: { type: 'date', value: '2031-W11', granularity: 'week', modifier: 'APPROX' },
  place: { name: 'Sund', latitude: 5, longitude: -7, source: 'x', sourceId: '1', unlocatable: false },
  entity: 'entity-1',
};

/** Every gesture that changes spans, relations, cast and articles, each on something that is there; undefined where nothing is. */
const gestures = {
  tag: ({ article, state, hand, by }: Desk) => {
    const length = article.body.text.length + 1;
    const [start = 0, end = 0] = [hand.a % length, hand.b % length].sort((x, y) => x - y);
    const tag = pick(state.project.tagSet.tags, hand.c);
    return tag === undefined ? undefined : tagSelection(article, { start, end }, tag, hand.c % 2 === 0, by);
  },
  retag: ({ article, span, state, hand, by }: Desk) => {
    const tag = pick(state.project.tagSet.tags, hand.c);
    return tag === undefined ? undefined : retagSpan(article, span, tag, state.project.tagSet, by);
  },
  addFragment: ({ article, span, hand, by }: Desk) => {
    const start = hand.b % Math.max(1, article.body.text.length);
    const end = Math.min(article.body.text.length, start + 1 + (hand.c % 9));
    return start === end ? undefined : addFragment(article, span, { start, end }, by);
  },
  moveEdge: ({ article, span, hand, by }: Desk) =>
    moveSpanEdge(
      article,
      span,
      {
        edge: hand.b % 2 === 0 ? 'start' : 'end',
        direction: hand.c % 2 === 0 ? 'outwards' : 'inwards',
        unit: hand.c % 3 === 0 ? 'word' : 'grapheme',
      },
      by,
    ),
  remove: ({ article, span }: Desk) => deleteSpan(article, span),
  note: ({ span, hand, by }: Desk) => setNote(span, `note ${hand.c % 3}`, by),
  flag: ({ span, by }: Desk) => toggleFlag(span, by),
  link: ({ article, span, other, state, by }: Desk) =>
    linkSpans(article, span, other, state.project.tagSet, by),
  linkNearest: ({ article, span, state, by }: Desk) => {
    const role = linkRole(state.project.tagSet, span.tag, 'speaker');
    const nearest = role === undefined ? undefined : nearestEnds(article, span, role)[0];
    if (role === undefined || nearest === undefined) return undefined;
    return done(operationOf(nearestLinkChanges(article, span, nearest, role, by)), 'link', span.id);
  },
  noSpeaker: ({ article, span, state, by }: Desk) => toggleNoSpeaker(article, span, state.project.tagSet, by),
  chooseEnd: ({ article, span, other, state, hand, by }: Desk) => {
    const type = pick(state.project.tagSet.relationTypes, hand.c);
    return type === undefined
      ? undefined
      : chooseEnd(article, span, other, type.id, state.project.tagSet, by);
  },
  unlink: ({ article, span, hand }: Desk) => {
    const relation = pick([...article.relations.values()], hand.c);
    return relation === undefined ? undefined : unlink(relation, span.id);
  },
  setAttribute: ({ span, state, hand, by }: Desk) => {
    const definition = pick(
      state.project.tagSet.tags.flatMap(({ attributes }) => attributes),
      hand.c,
    );
    return definition === undefined
      ? undefined
      : setAttribute(span, definition, hand.b % 4 === 0 ? undefined : values[definition.type], by);
  },
  removeAttribute: ({ span, hand, by }: Desk) => {
    const id = pick(Object.keys(span.attributes), hand.c);
    return id === undefined ? undefined : removeAttribute(span, id, by);
  },
  addEntity: ({ cast, hand, span, by }: Desk) =>
    addEntity(cast, unknownBut(`Somebody ${hand.c % 50}`, 'person'), by, span.id),
  changeEntity: ({ entity, hand, span, by }: Desk) =>
    entity === undefined
      ? undefined
      : changeEntity(entity, { role: `role ${hand.b % 3}`, anonymous: hand.c % 2 === 0 }, by, span.id),
  removeEntity: ({ cast, entity, state, by }: Desk) =>
    entity === undefined ? undefined : removeEntity(cast, entity, standingFor(state, entity), by, null),
  mergeEntities: ({ cast, entity, hand, state, by }: Desk) => {
    const into = pick(cast, hand.c);
    if (entity === undefined || into === undefined) return undefined;
    return mergeEntities(cast, entity, into, standingFor(state, entity), by, null);
  },
  splitEntity: ({ cast, entity, hand, state, by }: Desk) => {
    if (entity === undefined) return undefined;
    const some = standingFor(state, entity).slice(0, 1 + (hand.b % 2));
    return splitEntity(cast, some, unknownBut(`Other ${hand.c % 9}`, 'other'), by, null);
  },
  assign: ({ cast, entity, span, other, by }: Desk) =>
    entity === undefined ? undefined : assignEntity({ spans: [span, other], entity, cast }, by, span.id),
  unassign: ({ span, by }: Desk) => unassignEntity([span], by, span.id),
  describe: ({ article, hand, by }: Desk) =>
    describeArticle(article.record, { title: `Title ${hand.c % 9}`, note: `note ${hand.b % 3}` }, by.now),
  articleState: ({ article, hand, by }: Desk) =>
    setArticleState([article.record], hand.c % 2 === 0 ? 'done' : 'discuss', by.now),
  trash: ({ article, state, by }: Desk) =>
    article.record.trashedAt === null
      ? trashArticles(recordsOf(state), by.now)
      : restoreArticles(recordsOf(state), by.now),
} satisfies Record<string, (desk: Desk) => GestureResult | undefined>;

export const anyHand: fc.Arbitrary<Hand> = fc.record({
  what: fc.constantFrom(...(Object.keys(gestures) as Hand['what'][])),
  a: fc.nat(),
  b: fc.nat(),
  c: fc.nat(),
});

/** What the hand comes to in this project; undefined where there is nothing to do it to. */
export function gestureOf(state: ProjectState, hand: Hand, by: Authorship): GestureResult | undefined {
  const article = pick([...state.articles.values()], hand.a);
  if (article === undefined) return undefined;
  const span = pick(article.spans.ordered, hand.a);
  const other = pick(article.spans.ordered, hand.b);
  if (span === undefined || other === undefined) return undefined;
  const cast = state.project.entities;
  return gestures[hand.what]({ state, article, span, other, cast, entity: pick(cast, hand.b), hand, by });
}

function pick<Value>(from: readonly Value[], number: number): Value | undefined {
  return from[number % Math.max(1, from.length)];
}

function recordsOf({ articles }: ProjectState): ArticleRecord[] {
  return [...articles.values()].map(({ record }) => record);
}

function standingFor(state: ProjectState, entity: Entity): Span[] {
  return [...state.articles.values()].flatMap(({ spans }) =>
    spans.ordered.filter(({ attributes }) => attributes.entity === entity.id),
  );
}
