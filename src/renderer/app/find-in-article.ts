import type { Application } from './application.ts';
import { orderedSelection } from './tag-text.ts';

/** More matches than this are not counted: nobody walks through them, and each is kept in memory. */
const mostMatches = 10_000;

/** Where `query` stands in `text`, whatever its case; offsets in UTF-16 units. */
export function findMatches(text: string, query: string): { start: number; end: number }[] {
  if (query === '') return [];
  const pattern = new RegExp(escapePattern(query), 'giu');
  const matches: { start: number; end: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    matches.push({ start: match.index, end: match.index + match[0].length });
    if (matches.length === mostMatches) break;
  }
  return matches;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Opens the find bar with what is selected, if that is a few words. */
export function openFind(app: Application): void {
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const { start, end } = orderedSelection(app);
  const selected = end - start <= 200 ? open.body.text.slice(start, end) : '';
  const query = selected.includes('\n') ? '' : selected;
  search(app, query === '' ? (app.interface.getState().find?.query ?? '') : query);
}

/** Looks for other words; the first match behind the caret is shown. */
export function search(app: Application, query: string): void {
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const matches = findMatches(open.body.text, query);
  const caret = orderedSelection(app).start;
  const behind = matches.findIndex(({ start }) => start >= caret);
  app.interface.setState({ find: { query, matches, current: -1 } });
  if (matches.length > 0) showMatch(app, behind === -1 ? 0 : behind);
}

/** Shows the next match, or the previous one; after the last comes the first. */
export function showNextMatch(app: Application, direction: 1 | -1): void {
  const { find } = app.interface.getState();
  if (find === null) {
    openFind(app);
    return;
  }
  const { matches, current } = find;
  if (matches.length > 0) showMatch(app, (current + direction + matches.length) % matches.length);
}

export function closeFind(app: Application): void {
  app.interface.setState({ find: null });
  app.textView.current?.focus();
}

function showMatch(app: Application, index: number): void {
  const { find } = app.interface.getState();
  const match = find?.matches[index];
  if (find === null || match === undefined) return;
  app.interface.setState({ find: { ...find, current: index }, selectionBar: 'putAway' });
  app.workbench.select({ anchor: match.start, focus: match.end });
  app.textView.current?.revealSelection();
}
