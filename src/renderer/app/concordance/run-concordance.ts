import type { Application } from '../application.ts';
import { type ConcordanceSearch, type ConcordanceState, rowsAtFirst } from './concordance-state.ts';
import { scanArguments } from './scan-arguments.ts';

/** How much of the text stands to either side of a keyword, UTF-16 units. */
const contextLength = 90;

/** Changes what the concordance shows, apart from the search itself. */
export function changeConcordance(app: Application, change: Partial<ConcordanceState>): void {
  app.interface.setState(({ concordance }) => ({ concordance: { ...concordance, ...change } }));
}

/** Asks something else. What was found before goes. */
export function searchProject(app: Application, search: ConcordanceSearch): Promise<void> {
  changeConcordance(app, {
    search,
    mostRows: rowsAtFirst,
    active: null,
    picked: new Set(),
    skipped: new Set(),
  });
  app.interface.setState({ lastQuery: search.query });
  return runConcordance(app);
}

/** Reads the project again for the same question. A search that is under way ends. */
export async function runConcordance(app: Application): Promise<void> {
  const { search, mostRows, stop } = app.interface.getState().concordance;
  stop?.();
  const nothing = {
    rows: [],
    gone: new Set<string>(),
    found: 0,
    articlesFound: 0,
    articlesRead: 0,
    articlesTotal: 0,
    problem: null,
  };
  if (search.scope === 'text' && search.query.words === '') {
    changeConcordance(app, { ...nothing, status: 'idle', stop: null });
    return;
  }
  const abort = new AbortController();
  const end = () => abort.abort();
  const isMeant = () => app.interface.getState().concordance.stop === end;
  const args = scanArguments(app, search, { mostRows, contextLength });
  changeConcordance(app, { ...nothing, articlesTotal: args.articles.length, status: 'running', stop: end });
  try {
    for await (const { rows, ...totals } of app.scans.run('concordance', args, abort.signal)) {
      if (!isMeant()) return;
      const before = app.interface.getState().concordance;
      const all = rows.length === 0 ? before.rows : [...before.rows, ...rows];
      changeConcordance(app, { ...totals, rows: all, active: before.active ?? all[0]?.key ?? null });
    }
    if (isMeant()) changeConcordance(app, { status: abort.signal.aborted ? 'stopped' : 'done', stop: null });
  } catch (error) {
    if (!isMeant()) return;
    const problem = error instanceof Error ? error.message : String(error);
    changeConcordance(app, { status: 'failed', problem, stop: null });
  }
}

/** Shows more of what was found. */
export function showMoreRows(app: Application): Promise<void> {
  const { mostRows } = app.interface.getState().concordance;
  changeConcordance(app, { mostRows: mostRows * 5 });
  return runConcordance(app);
}

/** Picks a row for what is done to several, or lets it go. */
export function togglePicked(app: Application, key: string): void {
  const picked = new Set(app.interface.getState().concordance.picked);
  if (!picked.delete(key)) picked.add(key);
  changeConcordance(app, { picked });
}
