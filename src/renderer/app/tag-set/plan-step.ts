import type { Identifier } from '../../../core/model/identifier.ts';
import { planTagSetStep, type TagSetPlan } from '../../../core/operations/gestures/plan-tag-set-step.ts';
import type { TagSetStep } from '../../../core/operations/gestures/tag-set-step.ts';
import type { History } from '../../../core/operations/history.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { Application } from '../application.ts';

/** A plan, and the state of the project for which it was made. */
export interface MadePlan extends TagSetPlan {
  readonly history: History;
}

interface Watching {
  /** The history for which the plan is to hold. */
  readonly history: History;
  /** Hears how many of how many articles were read. */
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Works out what a step does to the project, reading the articles that it may touch one after the other.
 * @returns null when it was aborted.
 */
export async function planStep(
  app: Application,
  step: TagSetStep,
  { history, progress, signal }: Watching,
): Promise<MadePlan | null> {
  const { project } = app.workbench.project.getState();
  const ids = await articlesTouched(app, step, signal);
  async function* read(): AsyncGenerator<ArticleState> {
    for (const [i, id] of ids.entries()) {
      if (signal.aborted) return;
      progress(i, ids.length);
      yield await app.workbench.readArticle(id);
    }
  }
  const plan = await planTagSetStep(project, step, read(), new Date().toISOString());
  return signal.aborted ? null : { ...plan, history };
}

/** Makes what was planned, as one step. @returns false when the project has changed since, so that it has to be planned again. */
export function commitPlan(app: Application, plan: MadePlan): boolean {
  if (app.workbench.project.getState().history !== plan.history) return false;
  return app.workbench.commit(plan.operation, plan.label);
}

/** Articles with spans of the tag that goes; else those with links of a kind that goes or has other ends afterwards. */
async function articlesTouched(
  app: Application,
  { retag, after }: TagSetStep,
  signal: AbortSignal,
): Promise<readonly Identifier[]> {
  const { articles, project } = app.workbench.project.getState();
  if (retag !== null) {
    return [...articles.values()]
      .filter(({ counts }) => (counts[retag.from] ?? 0) > 0)
      .map(({ record }) => record.id);
  }
  const kept = new Map(after.relationTypes.map((type) => [type.id, JSON.stringify(type)]));
  const types = project.tagSet.relationTypes
    .filter((type) => kept.get(type.id) !== JSON.stringify(type))
    .map(({ id }) => id);
  const touched = new Set<Identifier>();
  for await (const use of app.scans.run('relationUse', { types }, signal)) {
    for (const id of use.articles) if (articles.has(id)) touched.add(id);
  }
  return [...touched];
}
