import type { StoreApi } from 'zustand/vanilla';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Operation } from '../../core/operations/operation.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { ArticleLoading, type ArticleSource, withPortion } from './article-loading.ts';
import { type Ledger, spanCount } from './ledger.ts';
import { fitSpans } from './misfits.ts';
import type { ArticleSummary, FocusSlice, ProjectSlice } from './workbench-state.ts';

/** What showing articles needs of the rest of the workbench. */
export interface OpeningContext {
  readonly project: StoreApi<ProjectSlice>;
  readonly focus: StoreApi<FocusSlice>;
  readonly source: ArticleSource;
  readonly ledger: () => Ledger;
  /** Rows of that database are missing, or cannot be read: resolves when another has taken its place. */
  readonly mend: (database: ProjectDatabase, reason: string) => Promise<void>;
  /** Called before an article is drawn, which waits for it. */
  readonly opening: (articleId: Identifier) => Promise<void>;
  /** Lets the window draw. */
  readonly pause: () => Promise<void>;
}

/** Shows one article at a time, and knows how much of it is in memory. */
export class OpenArticle {
  readonly #context: OpeningContext;
  #loading: ArticleLoading | null = null;
  #complete: Promise<void> = Promise.resolve();

  constructor(context: OpeningContext) {
    this.#context = context;
  }

  /** Resolves when the article's head is shown; at once when it is open already. */
  async open(id: Identifier): Promise<void> {
    const { project, source, focus } = this.#context;
    if (project.getState().open?.record.id === id) return;
    const article = this.#listed(id);
    this.#loading?.cancel();
    const loading = new ArticleLoading(source, article);
    this.#loading = loading;
    // Beside the reading, which takes about as long.
    const noted = this.#context.opening(id);
    const place = await this.#read(() => source.database().places.get(id));
    const length = article.record.textLength;
    const anchor = Math.min(place?.anchor ?? 0, length);
    const state = await this.#read(() => loading.readHead(place?.top ?? 0));
    await noted;
    if (loading.isCancelled) return;
    const { record } = this.#listed(id);
    focus.setState({
      selection: { anchor, focus: Math.min(place?.focus ?? 0, length) },
      currentSpan: null,
    });
    const head = { ...state, record };
    if (loading.isComplete && head.spans.size >= spanCount(this.#listed(id))) {
      // All of it is there: one state, one drawing.
      const { article: open, misfits } = fitSpans(head);
      this.#loading = null;
      this.#complete = Promise.resolve();
      project.setState({ open, openComplete: true, misfits });
      return;
    }
    project.setState({ open: head, openComplete: false, misfits: [] });
    this.#complete = this.#finish(loading, id, true);
  }

  /** Resolves when all of the open article is in memory. */
  whenComplete(): Promise<void> {
    return this.#complete;
  }

  /** Tells the loading, if any, of an operation that was made. */
  made(operation: Operation): void {
    this.#loading?.made(operation);
  }

  /** True while relations of the open article may be missing in memory. */
  get lacksRelations(): boolean {
    return this.#loading?.lacksRelations ?? false;
  }

  close(): void {
    this.#loading?.cancel();
    this.#loading = null;
    this.#complete = Promise.resolve();
    this.#context.project.setState({ open: null, openComplete: true, misfits: [] });
    this.#context.focus.setState({ selection: { anchor: 0, focus: 0 }, currentSpan: null });
  }

  async #finish(loading: ArticleLoading, id: Identifier, mayMend: boolean): Promise<void> {
    const { project, pause } = this.#context;
    if (!loading.isComplete) {
      await pause();
      await this.#read(() =>
        loading.readRest(pause, (portion) =>
          project.setState(({ open }) =>
            open?.record.id === id && !loading.isCancelled ? { open: withPortion(open, portion) } : {},
          ),
        ),
      );
    }
    if (loading.isCancelled) return;
    const { open } = project.getState();
    if (mayMend && open !== null && open.spans.size < spanCount(this.#listed(id))) {
      const database = this.#context.source.database();
      await this.#context.mend(
        database,
        `Annotations of “${open.record.title}” are missing from the working store.`,
      );
      if (loading.isCancelled) return;
      return this.#again(id);
    }
    this.#loading = null;
    project.setState(({ open: complete }) => {
      if (complete?.record.id !== id) return {};
      const { article, misfits } = fitSpans(complete);
      return { open: article, misfits, openComplete: true };
    });
  }

  /** Reads the rest of an article again, from a store that was made anew. */
  async #again(id: Identifier): Promise<void> {
    const { source, project } = this.#context;
    const loading = new ArticleLoading(source, this.#listed(id));
    this.#loading = loading;
    const head = await loading.readHead(0);
    if (loading.isCancelled) return;
    const read = { spans: head.spans.ordered, relations: [...head.relations.values()] };
    project.setState(({ open }) => (open?.record.id === id ? { open: withPortion(open, read) } : {}));
    return this.#finish(loading, id, false);
  }

  /** Reads; when the store fails, reads again from the one that replaces it. */
  async #read<Value>(read: () => PromiseLike<Value>): Promise<Value> {
    for (;;) {
      const database = this.#context.source.database();
      try {
        return await read();
      } catch (thrown) {
        await this.#context.mend(database, thrown instanceof Error ? thrown.message : String(thrown));
      }
    }
  }

  #listed(id: Identifier): ArticleSummary {
    const article = this.#context.ledger().articles.get(id);
    if (article === undefined)
      throw new Error(`there is no article ${id}: lists show only those that are there`);
    return article;
  }
}
