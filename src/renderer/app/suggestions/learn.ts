import type { Identifier } from '../../../core/model/identifier.ts';
import { count } from '../../../core/text/number-words.ts';
import type { ProjectSlice } from '../../store/workbench-state.ts';
import { fewestArticles, fewestAttributions } from '../../workers/scan/learn-from-project.ts';
import type { Application } from '../application.ts';

/** More articles are not learnt from: it would take minutes, and what is learnt from some hundreds hardly changes. Those worked on last count. */
const mostArticles = 200;

/** Learns from the project's articles in a worker, says how that goes, and shows what came of it. */
export async function learnFromProject(app: Application): Promise<void> {
  const { project, articles } = app.workbench.project.getState();
  const claimTags = project.tagSet.relationTypes.find(({ id }) => id === 'says')?.to ?? [];
  const taught = taughtArticles(articles, claimTags);
  const abort = new AbortController();
  const report = (done: number, total: number) =>
    app.interface.setState({
      progress: { label: 'Learning from this project', done, total, cancel: () => abort.abort() },
    });
  report(0, taught.length);
  let isEnded = false;
  try {
    const args = { articles: taught, claimTags, now: new Date().toISOString() };
    for await (const step of app.scans.run('learnFromProject', args, abort.signal)) {
      if (step.kind === 'progress') {
        report(step.done, step.total);
        continue;
      }
      isEnded = true;
      if (step.kind === 'tooFew') {
        app.notices.inform(tooFew(step));
        continue;
      }
      const problem = await app.learnt.keep(step.bytes, step.summary);
      if (problem !== undefined)
        app.notices.warn(
          `What was learnt holds until Ascribe is closed, since it could not be kept. ${problem}`,
        );
      app.interface.setState({ dialog: { kind: 'learnt' } });
    }
    if (!isEnded)
      app.notices.inform('Cancelled: nothing was learnt, and what was learnt before still holds.');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.notices.warn(`Nothing was learnt, and what was learnt before still holds. ${reason}`);
  } finally {
    app.interface.setState({ progress: null });
  }
}

/** Makes as if nothing had been learnt from the project. */
export async function forgetLearnt(app: Application): Promise<void> {
  const isKnown = app.learnt.store.getState().summary !== null;
  const problem = await app.learnt.forget();
  if (problem !== undefined) app.notices.warn(`What was learnt could not be forgotten. ${problem}`);
  else
    app.notices.inform(
      isKnown
        ? 'What was learnt from this project is forgotten. The rules suggest as at first; annotations stay as they are.'
        : 'Nothing was learnt from this project.',
    );
}

/** Articles in which claims were tagged, or suggestions refused, in the order of their ids. */
export function taughtArticles(
  articles: ProjectSlice['articles'],
  claimTags: readonly Identifier[],
): Identifier[] {
  return [...articles.values()]
    .filter(
      ({ record, counts }) =>
        record.trashedAt === null &&
        (record.refused.length > 0 || claimTags.some((tag) => (counts[tag] ?? 0) > 0)),
    )
    .map(({ record }) => record)
    .sort((a, b) => compare(b.updatedAt, a.updatedAt) || compare(a.id, b.id))
    .slice(0, mostArticles)
    .map(({ id }) => id)
    .sort(compare);
}

function tooFew(found: { readonly articles: number; readonly attributions: number }): string {
  const has = `${count(found.articles, 'article')} with ${count(found.attributions, 'claim')}`;
  return `There is too little to learn from: ${has}. It takes ${fewestArticles} articles and ${fewestAttributions} claims, since some are held out to see whether it helps.`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
