import { count, grouped } from '../../core/text/number-words.ts';
import { spanCount } from '../store/ledger.ts';
import type { ProjectSlice } from '../store/workbench-state.ts';
import type { Application } from './application.ts';

/** Fewer are not worth an alarm: whoever takes away three of five annotations sees it. */
const fewest = 20;

/**
 * Sounds when one step takes away more than half of all annotations of the project, or moves them to the trash with their articles, whatever command it came from: people have lost their work to a step whose reach they did
 * not see. It says how many, stays until it is put away, and offers the undo. What an undo takes away was asked for.
 */
export function watchLosses({ workbench, notices, reportFault }: Application): () => void {
  const { project } = workbench;
  let total = totalOf(project.getState().articles);
  return project.subscribe((state, before) => {
    if (state.articles === before.articles) return;
    const earlier = total;
    total = totalOf(state.articles);
    const lost = earlier - total;
    const isUndo = state.history.redo.length > before.history.redo.length;
    if (isUndo || lost < fewest || lost * 2 <= earlier) return;
    const words = `This step took away ${grouped(lost)} of ${count(earlier, 'annotation')}.`;
    notices.alarm(words, { label: 'Undo', run: () => void workbench.undo().catch(reportFault) });
  });
}

function totalOf(articles: ProjectSlice['articles']): number {
  let total = 0;
  for (const article of articles.values()) {
    if (article.record.trashedAt === null) total += spanCount(article);
  }
  return total;
}
