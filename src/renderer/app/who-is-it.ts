import { mentionsIn } from '../../core/cast/article-mentions.ts';
import { likelyKind } from '../../core/cast/name-likeness.ts';
import type { Proposal, RankingQuestion } from '../../core/cast/rank-entities.ts';
import { whoAttribute } from '../../core/cast/who-attribute.ts';
import type { Entity } from '../../core/model/entity.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { type Span, startOf } from '../../core/model/span.ts';
import type { TagSet } from '../../core/model/tag-set.ts';
import { assignEntity, unassignEntity } from '../../core/operations/gestures/assign-entity.ts';
import { newEntity, unknownBut } from '../../core/operations/gestures/change-cast.ts';
import { type GestureResult, refused } from '../../core/operations/gestures/gesture.ts';
import { relationsOf } from '../../core/operations/gestures/link-spans.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import type { Application } from './application.ts';
import { fuzzyScore } from './fuzzy-match.ts';
import type { WhoQuestion } from './interface-state.ts';
import { authorshipNow, perform } from './perform.ts';

/** So many of the cast are offered at once; a few letters find the others. */
const mostProposals = 40;
const mostRecent = 50;

/**
 * The span of which "who is it?" is asked: the span itself when its tag names somebody, the speaker of a claim. A sentence when there is none.
 */
export function whoIsAsked(article: ArticleState, span: Span, tagSet: TagSet): WhoQuestion | string {
  const attribute = whoAttribute(tagSet, span.tag);
  if (attribute !== undefined) return { span: span.id, attribute };
  const says = tagSet.relationTypes.find(({ id }) => id === 'says');
  if (says?.to.includes(span.tag) !== true) return 'Only speakers stand for somebody of the cast.';
  const link = relationsOf(article, span.id).findLast(({ type, to }) => type === 'says' && to === span.id);
  const speaker = link === undefined ? undefined : article.spans.get(link.from);
  if (speaker === undefined) return 'This claim has no speaker yet. Press R to link the nearest one.';
  return { span: speaker.id, attribute: whoAttribute(tagSet, speaker.tag) ?? 'entity' };
}

/** The words of which is asked who they stand for, and where they stand. */
export type WhoSubject = Pick<RankingQuestion, 'words' | 'start' | 'mentions'>;

/** A span of the open article, as guesses are made about it. */
export function subjectOf(article: ArticleState | null, span: Span): WhoSubject {
  const mentions = article?.record.id === span.articleId ? mentionsIn(article.spans, span) : [];
  return { words: span.quote, start: startOf(span), mentions };
}

/**
 * Those of ranked proposals that are offered: the most likely, or with a query those whose name, alias or role it fits, the best first.
 */
export function offered(ranked: readonly Proposal[], query: string): readonly Proposal[] {
  if (query.trim() === '') return ranked.slice(0, mostProposals);
  return ranked
    .flatMap((proposal) => {
      const score = bestScore(query, proposal.entity);
      return score === null ? [] : [{ proposal, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostProposals)
    .map(({ proposal }) => proposal);
}

/** How well a query fits an entity's names or role; null when it fits none. */
export function bestScore(query: string, { name, aliases, role }: Entity): number | null {
  const scores = [name, ...aliases, role].flatMap((words) => fuzzyScore(query, words) ?? []);
  return scores.length === 0 ? null : Math.max(...scores);
}

/** Says that a span of the open article stands for an entity. What is current stays so. */
export function assignTo(app: Application, { span, attribute }: WhoQuestion, entity: Entity): boolean {
  const { recentEntities } = app.interface.getState();
  const recent = [entity.id, ...recentEntities.filter((id) => id !== entity.id)].slice(0, mostRecent);
  app.interface.setState({ recentEntities: recent });
  return performOn(app, span, (found, current) => {
    const cast = app.workbench.project.getState().project.entities;
    return assignEntity({ spans: [found], entity, cast, attribute }, authorshipNow(app), current);
  });
}

/** The same for somebody who is not in the cast yet and joins it in the same step. */
export function assignToNew(app: Application, question: WhoQuestion, name: string): boolean {
  const entity = newEntity(unknownBut(name, likelyKind(name)), authorshipNow(app));
  return entity !== undefined && assignTo(app, question, entity);
}

/** Says that a span of the open article stands for nobody. */
export function assignToNobody(app: Application, { span, attribute }: WhoQuestion): boolean {
  return performOn(app, span, (found, current) =>
    unassignEntity([found], authorshipNow(app), current, attribute),
  );
}

function performOn(
  app: Application,
  id: Identifier,
  make: (span: Span, current: Identifier | null) => GestureResult,
): boolean {
  const span = app.workbench.project.getState().open?.spans.get(id);
  if (span === undefined) return perform(app, refused('missing', 'That annotation is gone.'));
  return perform(app, make(span, app.workbench.focus.getState().currentSpan));
}
