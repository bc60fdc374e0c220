import { emptyQuery } from '../../core/search/query.ts';
import type { Application } from './application.ts';
import { currentSpanOf } from './perform.ts';
import { orderedSelection } from './tag-text.ts';

/** Offers to tag every occurrence of what is selected, or of the current annotation. */
export function offerTagEverywhere(app: Application): void {
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const { start, end } = orderedSelection(app);
  const like = currentSpanOf(app) ?? null;
  const words = start < end ? open.body.text.slice(start, end) : (like?.quote ?? '');
  if (words.trim() === '') {
    app.notices.inform('Select the words, or an annotation of them, first.');
    return;
  }
  const query = { ...emptyQuery, words: words.trim().replace(/\s+/g, ' '), mode: 'wholeWord' } as const;
  app.interface.setState({ dialog: { kind: 'tagEverywhere', query, like } });
}
