import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Identifier } from '../../../core/model/identifier.ts';
import { searchKey } from '../../../core/text/search-key.ts';
import type { Workbench } from '../../store/workbench.ts';
import type { ScanClient } from '../../workers/scan/scan-client.ts';
import { type ArticleFilter, noFilter } from './article-filter.ts';

/** What the list of articles shows apart from the articles. Nothing of it outlives the window. */
export interface ArticleListState {
  readonly query: string;
  readonly filter: ArticleFilter;
  /** Articles whose text has the query, with an excerpt. */
  readonly found: ReadonlyMap<Identifier, string>;
  /** Whether the texts are being looked through. */
  readonly search: 'none' | 'running' | 'done' | 'failed';
  /** Articles chosen together for one action. */
  readonly selected: ReadonlySet<Identifier>;
  /** Where a stretch that is selected with Shift begins. */
  readonly anchor: Identifier | null;
}

/** Milliseconds without another letter before the texts are looked through. */
const quietBeforeSearch = 180;

/** Words shorter than this, UTF-16 units, are sought in titles only: they stand in nearly every text. */
const shortestInTexts = 2;

const nothingFound: ReadonlyMap<Identifier, string> = new Map();
const nothingSelected: ReadonlySet<Identifier> = new Set();

/** The list of articles: what it is narrowed down to and what is selected in it. */
export class ArticleList {
  readonly store: StoreApi<ArticleListState> = createStore<ArticleListState>(() => ({
    query: '',
    filter: noFilter,
    found: nothingFound,
    search: 'none',
    selected: nothingSelected,
    anchor: null,
  }));
  readonly #project: Workbench['project'];
  readonly #scans: Pick<ScanClient, 'run'>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;

  constructor(project: Workbench['project'], scans: Pick<ScanClient, 'run'>) {
    this.#project = project;
    this.#scans = scans;
  }

  /** Narrows the list down to articles with these words: in their titles at once, in their texts as they are found. Ends an earlier search. */
  search(query: string): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = null;
    const isLong = searchKey(query).trim().length >= shortestInTexts;
    this.store.setState({ query, found: nothingFound, search: isLong ? 'running' : 'none' });
    if (isLong) this.#timer = setTimeout(() => void this.#searchTexts(query), quietBeforeSearch);
  }

  setFilter(filter: ArticleFilter): void {
    this.store.setState({ filter });
  }

  /** Shows every article again. */
  clear(): void {
    this.setFilter(noFilter);
    this.search('');
  }

  select(selected: Iterable<Identifier>, anchor: Identifier | null): void {
    const ids = new Set(selected);
    this.store.setState({ selected: ids.size === 0 ? nothingSelected : ids, anchor });
  }

  clearSelection(): void {
    if (this.store.getState().selected.size > 0) this.select([], null);
  }

  async #searchTexts(query: string): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const { articles } = this.#project.getState();
    const ids = [...articles.values()].flatMap(({ record }) => (record.trashedAt === null ? record.id : []));
    try {
      for await (const batch of this.#scans.run('articleSearch', { query, articles: ids }, running.signal)) {
        if (running.signal.aborted) return;
        if (batch.length === 0) continue;
        const found = new Map(this.store.getState().found);
        for (const { articleId, excerpt } of batch) found.set(articleId, excerpt);
        this.store.setState({ found });
      }
      if (!running.signal.aborted) this.store.setState({ search: 'done' });
    } catch {
      if (!running.signal.aborted) this.store.setState({ search: 'failed' });
    }
  }
}
