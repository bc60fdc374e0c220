import { flushSync } from 'react-dom';
import type { Application } from '../application.ts';
import { placeIds } from '../places.ts';
import { orderedSelection } from '../tag-text.ts';
import { toggleView } from '../workspace.ts';
import { changeConcordance } from './run-concordance.ts';

/** Opens the concordance with what is selected in the text, if that is a few words; when it is open, brings the focus to its field. */
export function openConcordance(app: Application): void {
  if (app.interface.getState().view === 'concordance') {
    const field = document.getElementById(placeIds.projectQuery);
    if (field instanceof HTMLInputElement) field.select();
    return;
  }
  const { concordance } = app.interface.getState();
  const { open } = app.workbench.project.getState();
  const { start, end } = orderedSelection(app);
  const selected = open !== null && end - start <= 200 ? open.body.text.slice(start, end).trim() : '';
  if (selected !== '' && !selected.includes('\n')) {
    const { search } = concordance;
    const mode = search.query.mode === 'regularExpression' ? 'plain' : search.query.mode;
    changeConcordance(app, { search: { ...search, query: { ...search.query, words: selected, mode } } });
  }
  flushSync(() => toggleView(app, 'concordance'));
}
