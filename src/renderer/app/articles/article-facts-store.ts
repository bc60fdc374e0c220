import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Workbench } from '../../store/workbench.ts';
import type { ArticleSummary, ProjectSlice } from '../../store/workbench-state.ts';
import type { ArticleFacts } from '../../workers/scan/article-facts.ts';
import type { ScanClient } from '../../workers/scan/scan-client.ts';
import { claimTagsOf, countFacts } from './count-facts.ts';

export interface FactsState {
  readonly facts: ReadonlyMap<Identifier, ArticleFacts>;
  /** `none` until somebody asks; `counting` while the whole project is gone through. */
  readonly counting: 'none' | 'counting' | 'done' | 'failed';
}

/** Milliseconds in which changes are gathered before they are counted. */
const gather = 80;

/**
 * How many claims of each article have no speaker, and how many annotations are flagged. The project is gone through once, when somebody first asks;
 * from then on the open article is counted in memory after each change, and others are counted again in the store when an operation touches them.
 */
export class ArticleFactsStore {
  readonly store: StoreApi<FactsState> = createStore<FactsState>(() => ({
    facts: new Map(),
    counting: 'none',
  }));
  readonly #project: Workbench['project'];
  readonly #scans: Pick<ScanClient, 'run'>;
  /** Articles that an operation touched since they were counted. */
  readonly #touched = new Set<Identifier>();
  /** Counts each touch, so that a count that was overtaken is known as such. */
  #touches = 0;
  readonly #touchedAt = new Map<Identifier, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;
  #whole: AbortController | null = null;

  constructor(project: Workbench['project'], scans: Pick<ScanClient, 'run'>) {
    this.#project = project;
    this.#scans = scans;
  }

  /** Begins to count, unless that has been done. Asked again after a failure it tries again. */
  want(): void {
    const { counting } = this.store.getState();
    if (counting === 'counting' || counting === 'done') return;
    this.#stop ??= this.#project.subscribe((state, before) => this.#heed(state, before));
    this.#countOpen();
    void this.#countAll();
  }

  /** What is known of an article now; of the open one it is always the truth. */
  of(id: Identifier): ArticleFacts | undefined {
    const { open, openComplete, project } = this.#project.getState();
    if (open?.record.id === id && openComplete) return countFacts(open, claimTagsOf(project.tagSet));
    return this.store.getState().facts.get(id);
  }

  dispose(): void {
    this.#stop?.();
    this.#whole?.abort();
    clearTimeout(this.#timer);
  }

  #heed(state: ProjectSlice, before: ProjectSlice): void {
    const claimTags = claimTagsOf(state.project.tagSet);
    if (claimTags.join() !== claimTagsOf(before.project.tagSet).join()) {
      void this.#countAll();
      this.#later();
    }
    if (state.open !== before.open || state.openComplete !== before.openComplete) this.#later();
    if (state.articles === before.articles) return;
    for (const [id, summary] of state.articles) {
      const earlier = before.articles.get(id);
      if (isTouched(summary, earlier)) this.#touch(id);
    }
    this.#later();
  }

  #touch(id: Identifier): void {
    this.#touched.add(id);
    this.#touches += 1;
    this.#touchedAt.set(id, this.#touches);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#countOpen();
      void this.#countTouched();
    }, gather);
  }

  #countOpen(): void {
    const { open, openComplete, project } = this.#project.getState();
    if (open === null || !openComplete) return;
    this.#touched.delete(open.record.id);
    this.#put([countFacts(open, claimTagsOf(project.tagSet))]);
  }

  /** What is still being counted anew is put right when the whole count is through. */
  async #countTouched(): Promise<void> {
    const { articles, open } = this.#project.getState();
    const ids = [...this.#touched].filter((id) => id !== open?.record.id && articles.has(id));
    this.#touched.clear();
    if (ids.length === 0) return;
    try {
      await this.#scan(ids, new AbortController().signal);
    } catch {
      this.store.setState({ counting: 'failed' });
    }
  }

  async #countAll(): Promise<void> {
    this.#whole?.abort();
    const whole = new AbortController();
    this.#whole = whole;
    this.store.setState({ counting: 'counting' });
    try {
      await this.#scan(null, whole.signal);
      if (!whole.signal.aborted) this.store.setState({ counting: 'done' });
    } catch {
      if (!whole.signal.aborted) this.store.setState({ counting: 'failed' });
    }
  }

  async #scan(articles: readonly Identifier[] | null, signal: AbortSignal): Promise<void> {
    const begun = this.#touches;
    const { project } = this.#project.getState();
    const args = { claimTags: claimTagsOf(project.tagSet), articles };
    for await (const batch of this.#scans.run('articleFacts', args, signal)) {
      if (signal.aborted) return;
      const openId = this.#project.getState().open?.record.id;
      this.#put(
        batch.filter(
          ({ articleId }) => articleId !== openId && (this.#touchedAt.get(articleId) ?? 0) <= begun,
        ),
      );
    }
  }

  /** Of an article whose numbers are the same the old value stays, so that nothing is drawn anew for it. */
  #put(counted: readonly ArticleFacts[]): void {
    const { facts } = this.store.getState();
    const news = counted.filter((one) => !isSame(one, facts.get(one.articleId)));
    if (news.length === 0) return;
    const changed = new Map(facts);
    for (const one of news) changed.set(one.articleId, one);
    this.store.setState({ facts: changed });
  }
}

/** True when annotations of the article may have changed: its value is another one though its record is the same, or it is new. */
function isTouched(summary: ArticleSummary, earlier: ArticleSummary | undefined): boolean {
  return summary !== earlier && (summary.record === earlier?.record || summary.counts !== earlier?.counts);
}

function isSame(one: ArticleFacts, other: ArticleFacts | undefined): boolean {
  return one.unattributed === other?.unattributed && one.flagged === other.flagged;
}
