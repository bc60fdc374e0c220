import type { Fragment } from '../../core/model/fragment.ts';
import type { Query } from '../../core/search/query.ts';
import type { Application } from './application.ts';
import type { FindState } from './interface-state.ts';
import { orderedSelection } from './tag-text.ts';
import { showText } from './workspace.ts';

/** What is found: no more than `mostMatches` are, since nobody walks through them and each is kept in memory. */
type Found = Pick<FindState, 'matches' | 'isCapped' | 'problem'>;

/** Up to this many UTF-16 units a search takes so little time (10 ms) that it is made where one types; longer texts are searched in a worker. */
const quickLength = { plain: 2_000_000, wholeWord: 400_000, regularExpression: 20_000 } as const;

/** Opens the find bar with what is selected, if that is a few words. */
export function openFind(app: Application): Promise<void> {
  const { open } = app.workbench.project.getState();
  if (open === null) return Promise.resolve();
  if (app.interface.getState().view !== 'text') showText(app);
  const { start, end } = orderedSelection(app);
  origins.set(app, start);
  const selected = end - start <= 200 ? open.body.text.slice(start, end) : '';
  const { lastQuery } = app.interface.getState();
  if (selected === '' || selected.includes('\n')) return search(app, lastQuery);
  const mode = lastQuery.mode === 'regularExpression' ? 'plain' : lastQuery.mode;
  return search(app, { ...lastQuery, mode, words: selected });
}

/** The search under way in each window. */
const searches = new WeakMap<Application, Promise<void>>();

/** Where the caret stood when the bar was opened, or a match was gone to: what is typed is looked for from there, not from what the letters before it showed. */
const origins = new WeakMap<Application, number>();

/** Looks for something else; the first match behind the caret is shown. Another search that begins meanwhile takes its place. */
export function search(app: Application, query: Query): Promise<void> {
  const running = find(app, query);
  searches.set(app, running);
  return running;
}

async function find(app: Application, query: Query): Promise<void> {
  const { open } = app.workbench.project.getState();
  if (open === null) return;
  const { find: last } = app.interface.getState();
  const pending = { current: -1, isSearching: true, problem: null } as const;
  const before = { matches: last?.matches ?? [], isCapped: last?.isCapped ?? false };
  app.interface.setState({ find: { query, ...before, ...pending }, lastQuery: query });
  const { id } = open.record;
  const isMeant = () =>
    app.interface.getState().find?.query === query && app.workbench.project.getState().open?.record.id === id;
  const isQuick = open.body.text.length <= quickLength[query.mode];
  const found = isQuick
    ? await findHere(open.body.text, query)
    : await findInWorker(app, { articleId: id, query }, isMeant);
  if (!isMeant()) return;
  app.interface.setState({ find: { query, ...found, current: -1, isSearching: false } });
  const caret = origins.get(app) ?? orderedSelection(app).start;
  const behind = found.matches.findIndex(({ start }) => start >= caret);
  if (found.matches.length > 0) showMatch(app, behind === -1 ? 0 : behind);
}

/** The search is loaded when it is first used: the window's start does not wait for it. */
async function findHere(text: string, query: Query): Promise<Found> {
  const { findMatches } = await import('../../core/search/find-matches.ts');
  return findMatches(text, query);
}

async function findInWorker(
  app: Application,
  args: { readonly articleId: string; readonly query: Query },
  isMeant: () => boolean,
): Promise<Found> {
  const nothing: Found = { matches: [], isCapped: false, problem: null };
  const stop = new AbortController();
  const unsubscribe = app.interface.subscribe(() => {
    if (!isMeant()) stop.abort();
  });
  try {
    for await (const found of app.scans.run('findInArticle', args, stop.signal)) return found;
    return nothing;
  } catch (error) {
    return { ...nothing, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    unsubscribe();
  }
}

/** Shows the next match, or the previous one; after the last comes the first. A key pressed while a search is under way is about what that finds. */
export async function showNextMatch(app: Application, direction: 1 | -1): Promise<void> {
  await searches.get(app);
  const { find } = app.interface.getState();
  if (find === null) return openFind(app);
  const { matches, current } = find;
  if (matches.length === 0) return;
  showMatch(app, (current + direction + matches.length) % matches.length);
  origins.set(app, orderedSelection(app).start);
}

export function closeFind(app: Application): void {
  app.interface.setState({ find: null });
  app.textView.current?.focus();
}

function showMatch(app: Application, index: number): void {
  const { find } = app.interface.getState();
  const match: Fragment | undefined = find?.matches[index];
  if (find === null || match === undefined) return;
  app.interface.setState({ find: { ...find, current: index }, selectionBar: 'putAway' });
  app.workbench.select({ anchor: match.start, focus: match.end });
  app.textView.current?.revealSelection();
}
