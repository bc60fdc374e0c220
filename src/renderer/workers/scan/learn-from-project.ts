import type { Identifier } from '../../../core/model/identifier.ts';
import { SpanIndex } from '../../../core/model/span-index.ts';
import { AttributionLearner, trainingSteps } from '../../../core/suggest/learning/attribution-learner.ts';
import { type Learnt, writeLearnt } from '../../../core/suggest/learning/learnt.ts';
import { type LearntSummary, learntSummary } from '../../../core/suggest/learning/learnt-summary.ts';
import { type PreparedArticle, prepared } from '../../../core/suggest/learning/prepared-article.ts';
import { taughtFromArticle } from '../../../core/suggest/learning/taught-from-article.ts';
import { bodyOf } from '../../db/body-row.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { readRelations } from '../../db/read-article.ts';
import { articleRowOf } from '../../db/rows.ts';

export interface LearnFromProjectArgs {
  /** Articles in which claims were tagged or suggestions refused, in the order of their ids. */
  readonly articles: readonly Identifier[];
  readonly claimTags: readonly Identifier[];
  /** A timestamp. */
  readonly now: string;
}

export type LearningStep =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Too little to hold some of it out: nothing was learnt. */
  | { readonly kind: 'tooFew'; readonly articles: number; readonly attributions: number }
  | { readonly kind: 'learnt'; readonly bytes: Uint8Array<ArrayBuffer>; readonly summary: LearntSummary };

/** With less than this, what is held out says nothing: docs/suggestions.md has how learning goes with the number of articles. */
export const fewestArticles = 10;
export const fewestAttributions = 30;

/** Learns from a project’s articles what proposes attributions. Nothing is written. */
export async function* learnFromProject(
  database: ProjectDatabase,
  { articles, claimTags, now }: LearnFromProjectArgs,
): AsyncGenerator<LearningStep> {
  const total = articles.length + trainingSteps;
  const taught: PreparedArticle[] = [];
  for (const [i, id] of articles.entries()) {
    yield { kind: 'progress', done: i, total };
    const article = await preparedArticle(database, id, claimTags);
    if (article !== undefined) taught.push(article);
  }
  const attributions = taught.reduce((sum, article) => sum + article.attributions.length, 0);
  if (taught.length < fewestArticles || attributions < fewestAttributions) {
    yield { kind: 'tooFew', articles: taught.length, attributions };
    return;
  }
  const training = AttributionLearner.training(taught);
  for (let done = articles.length; ; done++) {
    yield { kind: 'progress', done, total };
    const step = training.next();
    if (step.done !== true) continue;
    const learnt: Learnt = { learner: step.value, learntAt: now, articles: taught.length, attributions };
    yield { kind: 'learnt', bytes: writeLearnt(learnt), summary: learntSummary(learnt) };
    return;
  }
}

async function preparedArticle(
  database: ProjectDatabase,
  id: Identifier,
  claimTags: readonly Identifier[],
): Promise<PreparedArticle | undefined> {
  const [row, body, rows, relations] = await Promise.all([
    database.articles.get(id),
    database.bodies.get(id),
    database.spans.where('[articleId+start+id]').between([id], [id, []]).toArray(),
    readRelations(database, id),
  ]);
  if (row === undefined || body === undefined) return undefined;
  const state = {
    record: articleRowOf(row).record,
    body: bodyOf(body),
    spans: SpanIndex.of(rows.map(({ span }) => span)),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
  };
  return prepared(taughtFromArticle(state, claimTags));
}
