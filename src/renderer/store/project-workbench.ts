import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Identifier } from '../../core/model/identifier.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import type { Span } from '../../core/model/span.ts';
import { articleIdOf } from '../../core/operations/apply.ts';
import type { Conflict } from '../../core/operations/article-change.ts';
import { ArticleDraft } from '../../core/operations/article-draft.ts';
import { type History, remember } from '../../core/operations/history.ts';
import type { LogEntry } from '../../core/operations/log-entry.ts';
import { changesOf, type Operation } from '../../core/operations/operation.ts';
import { isProjectChange } from '../../core/operations/project-change.ts';
import { type ArticleState, untaggedArticle } from '../../core/operations/project-state.ts';
import type { SnapshotContents } from '../../core/snapshot/snapshot-file.ts';
import type { ProjectDatabase } from '../db/database.ts';
import type { RecordKey } from '../db/record-change.ts';
import type { PlaceRow } from '../db/rows.ts';
import { ArticleLoading } from './article-loading.ts';
import type { HomesReport } from './check-homes.ts';
import type { Keeper } from './keeper.ts';
import type { KeptEntry } from './kept-entry.ts';
import { type Ledger, ledgerAfter } from './ledger.ts';
import { type Fitted, fitSpans } from './misfits.ts';
import { OpenArticle } from './open-article.ts';
import { SpansAcross } from './spans-across.ts';
import type { StoreHome } from './store-home.ts';
import { UndoRedo } from './undo-redo.ts';
import type { Workbench } from './workbench.ts';
import type { Notice } from './workbench-deps.ts';
import type { FocusSlice, Misfit, ProjectSlice, SavingState, TextSelection } from './workbench-state.ts';

/** How many entries, and how long ones (UTF-16 units), stay in memory for undo after they are safe. */
const recentEntries = 50;
const recentLength = 65_536;

/** What the parts of a started project are. */
export interface StartedProject {
  readonly ledger: Ledger;
  readonly lastSeq: number;
  readonly history: History;
  readonly store: StoreHome;
  readonly keeper: Keeper;
  /** Set when nothing may be changed, and why. */
  readonly readOnly: string | null;
  readonly saving: SavingState;
  readonly notify: (notice: Notice) => void;
  readonly now: () => string;
  /** Called before an article is drawn, which waits for it. */
  readonly opening: (articleId: Identifier) => Promise<void>;
  readonly pause: () => Promise<void>;
  /** What is done before the window closes, in that many milliseconds. */
  readonly finish: (milliseconds: number) => Promise<void>;
  readonly dispose: () => void;
  readonly checkHomes: () => Promise<HomesReport>;
  /** Writes a snapshot of the store, after which the journal lacks nothing. */
  readonly fillJournal: () => Promise<unknown>;
  readonly snapshot: () => Promise<SnapshotContents>;
  /** Hears every entry. */
  readonly made: (kept: KeptEntry) => void;
}

/** The project in memory over its two homes. */
export class ProjectWorkbench implements Workbench {
  readonly project: StoreApi<ProjectSlice>;
  readonly focus: StoreApi<FocusSlice>;
  readonly #parts: StartedProject;
  readonly #article: OpenArticle;
  readonly #steps: UndoRedo;
  readonly #spans: SpansAcross;
  #ledger: Ledger;
  #lastSeq: number;
  /** Articles being read without being open. */
  readonly #readings = new Set<ArticleLoading>();
  #recent: readonly { readonly seq: number; readonly json: string }[] = [];

  constructor(parts: StartedProject) {
    this.#parts = parts;
    this.#ledger = parts.ledger;
    this.#lastSeq = parts.lastSeq;
    this.project = createStore<ProjectSlice>(() => ({
      project: parts.ledger.project,
      articles: parts.ledger.articles,
      open: null,
      openComplete: true,
      history: parts.history,
      saving: parts.saving,
      misfits: [],
    }));
    this.focus = createStore<FocusSlice>(() => ({
      selection: { anchor: 0, focus: 0 },
      currentSpan: null,
      pen: null,
    }));
    this.#article = new OpenArticle({
      project: this.project,
      focus: this.focus,
      source: this.#source,
      ledger: () => this.#ledger,
      mend: (database, reason) => this.#mend(database, reason),
      opening: parts.opening,
      pause: parts.pause,
    });
    this.#spans = new SpansAcross({
      ...this.#source,
      lastSeq: () => this.#lastSeq,
      open: () => this.project.getState().open,
      whenComplete: () => this.whenComplete(),
    });
    this.#steps = new UndoRedo({
      history: () => this.project.getState().history,
      entryJson: (seq) => this.#entryJson(seq),
      openId: () => this.project.getState().open?.record.id ?? null,
      hasArticle: (id) => this.#ledger.articles.has(id),
      openArticle: (id) => this.openArticle(id),
      whenReached: (operation) => this.#whenReached(operation),
      make: (operation, label, kind) => this.#make(operation, label, kind),
      setCurrentSpan: (id) => this.setCurrentSpan(id),
      refuse: (message) => parts.notify({ level: 'warning', message }),
    });
  }

  commit(operation: Operation, label: string): boolean {
    return this.#make(operation, label, {});
  }

  undo(): Promise<void> {
    return this.#steps.undo();
  }

  redo(): Promise<void> {
    return this.#steps.redo();
  }

  openArticle(id: Identifier): Promise<void> {
    return this.#article.open(id);
  }

  whenComplete(): Promise<void> {
    return this.#article.whenComplete();
  }

  whenSaved(timeout: number): Promise<void> {
    return this.#parts.keeper.whenSaved(timeout);
  }

  async finish(timeout: number): Promise<number> {
    const { keeper, finish } = this.#parts;
    const until = Date.now() + timeout;
    await keeper.whenSaved(timeout).catch(() => undefined);
    if (keeper.pending === 0) await finish(until - Date.now());
    return keeper.pending;
  }

  async readArticle(id: Identifier): Promise<ArticleState> {
    return (await this.examineArticle(id)).article;
  }

  async examineArticle(id: Identifier): Promise<Fitted> {
    const { open } = this.project.getState();
    if (open?.record.id === id) {
      await this.whenComplete();
      const now = this.project.getState();
      if (now.open?.record.id === id) return { article: now.open, misfits: now.misfits };
    }
    return this.#read(id, async (loading) => fitSpans(await loading.readWhole(this.#parts.pause)));
  }

  async readText(id: Identifier): Promise<string> {
    const { open } = this.project.getState();
    if (open?.record.id === id) return open.body.text;
    return this.#read(id, (loading) => loading.readText());
  }

  spansOfEntity(entity: Identifier): Promise<Span[]> {
    return this.#spans.ofEntity(entity);
  }

  spansAt(keys: readonly Readonly<RecordKey>[]): Promise<Span[]> {
    return this.#spans.at(keys);
  }

  takenIds(ids: Iterable<Identifier>): Promise<ReadonlySet<Identifier>> {
    return this.#spans.takenIds(ids);
  }

  async checkHomes(): Promise<HomesReport> {
    await this.whenSaved(10_000);
    return this.#parts.checkHomes();
  }

  async mendHome(home: 'store' | 'journal'): Promise<void> {
    await this.whenSaved(10_000);
    if (home === 'journal') {
      await this.#parts.fillJournal();
      return;
    }
    const { store } = this.#parts;
    const replaced = store.whenReplaced();
    this.#parts.keeper.distrustStore('It does not agree with the journal.');
    // Where it cannot be made anew, the reason comes with the state of saving.
    await Promise.race([replaced, this.whenSaved(120_000)]);
    await this.whenSaved(120_000);
  }

  async snapshot(): Promise<SnapshotContents> {
    if (this.#parts.readOnly === null) await this.whenSaved(10_000);
    return this.#parts.snapshot();
  }

  databaseName(): string {
    return this.#parts.store.database.name;
  }

  async place(id: Identifier): Promise<PlaceRow | undefined> {
    return this.#parts.store.database.places.get(id);
  }

  async keepPlace(place: PlaceRow): Promise<void> {
    if (this.#parts.readOnly !== null) return;
    try {
      await this.#parts.store.database.places.put(place);
    } catch {
      // The place is a comfort: when the store fails, the keeper finds out and says so.
    }
  }

  select(selection: TextSelection): void {
    const length = this.project.getState().open?.body.text.length ?? 0;
    const within = (offset: number) => Math.max(0, Math.min(offset, length));
    this.focus.setState({
      selection: { anchor: within(selection.anchor), focus: within(selection.focus) },
    });
  }

  setCurrentSpan(id: Identifier | null): void {
    const isThere = id !== null && this.project.getState().open?.spans.has(id) === true;
    this.focus.setState({ currentSpan: isThere ? id : null });
  }

  setPen(tag: Identifier | null): void {
    this.focus.setState({ pen: tag });
  }

  dispose(): void {
    this.#parts.dispose();
  }

  /** Shows another state of saving. */
  showSaving(saving: SavingState): void {
    this.project.setState({ saving });
  }

  /** Reads of an article that is not open, while operations may be made. */
  async #read<Value>(id: Identifier, read: (loading: ArticleLoading) => Promise<Value>): Promise<Value> {
    const article = this.#ledger.articles.get(id);
    if (article === undefined)
      throw new Error(`there is no article ${id}: lists show only those that are there`);
    const loading = new ArticleLoading(this.#source, article);
    this.#readings.add(loading);
    try {
      return await read(loading);
    } finally {
      this.#readings.delete(loading);
    }
  }

  get #source() {
    const { store, keeper } = this.#parts;
    return {
      database: () => store.database,
      notInStore: () => keeper.notInStore().map(({ entry }) => entry.operation),
    };
  }

  #make(operation: Operation, label: string, kind: Pick<LogEntry, 'undoes' | 'redoes'>): boolean {
    const { readOnly, keeper, now } = this.#parts;
    if (readOnly !== null) return this.#refuse(readOnly);
    const { open, history } = this.project.getState();
    const opened = this.#openAfter(open, operation);
    if (!opened.ok) return this.#refuse(`That cannot be done: ${opened.reason.message}`);
    const ledger = ledgerAfter(this.#ledger, operation);
    if (!ledger.ok) return this.#refuse(`That cannot be done: ${ledger.reason.message}`);

    const annotator = ledger.value.project.annotators[0]?.id ?? 'unknown';
    const entry: LogEntry = { seq: this.#lastSeq + 1, at: now(), annotator, label, operation, ...kind };
    const json = JSON.stringify(entry);
    this.#ledger = ledger.value;
    this.#lastSeq = entry.seq;
    if (json.length <= recentLength) {
      this.#recent = [...this.#recent, { seq: entry.seq, json }].slice(-recentEntries);
    }
    this.#article.made(operation);
    this.#spans.made(operation);
    for (const reading of this.#readings) reading.made(operation);
    const kept = { entry, json, ledger: ledger.value };
    keeper.keep(kept);
    this.#parts.made(kept);
    if (opened.value === null && open !== null) this.#article.close();
    this.project.setState({
      project: ledger.value.project,
      articles: ledger.value.articles,
      open: opened.value,
      history: remember(history, entry),
      misfits: withoutChanged(this.project.getState().misfits, operation),
    });
    this.#alignFocus(opened.value);
    return true;
  }

  /** The open article after the operation: null when the operation takes it away. */
  #openAfter(open: ArticleState | null, operation: Operation): Result<ArticleState | null, Conflict> {
    let draft = open === null ? null : new ArticleDraft(open);
    for (const change of changesOf(operation)) {
      if (open === null || articleIdOf(change) !== open.record.id) continue;
      if (change.type === 'article.remove') draft = null;
      else if (change.type === 'article.add') {
        draft = new ArticleDraft(untaggedArticle(change.article.record, change.article.body));
      } else if (!isProjectChange(change) && draft !== null) {
        if (change.type === 'span.remove' && this.#article.lacksRelations) {
          return { ok: false, reason: { ...stillReading, id: change.span.id } };
        }
        const conflict = draft.make(change);
        if (conflict !== undefined) return failure(conflict);
      }
    }
    return success(draft?.done() ?? null);
  }

  /** Resolves when all that the operation changes in the open article is in memory: often at once, though the rest of it is being read. */
  async #whenReached(operation: Operation): Promise<void> {
    const { open, openComplete } = this.project.getState();
    if (!openComplete && !this.#openAfter(open, operation).ok) await this.whenComplete();
  }

  /** What is current and selected stays within what is there. */
  #alignFocus(open: ArticleState | null): void {
    const { currentSpan, selection } = this.focus.getState();
    if (currentSpan !== null && open?.spans.has(currentSpan) !== true)
      this.focus.setState({ currentSpan: null });
    const length = open?.body.text.length ?? 0;
    if (Math.max(selection.anchor, selection.focus) > length) this.select(selection);
  }

  #refuse(message: string): false {
    this.#parts.notify({ level: 'warning', message });
    return false;
  }

  async #entryJson(seq: number): Promise<string | undefined> {
    const inMemory = this.#recent.find((recent) => recent.seq === seq) ?? this.#parts.keeper.waiting(seq);
    if (inMemory !== undefined) return inMemory.json;
    const { database } = this.#parts.store;
    try {
      return (await database.entries.get(seq))?.json;
    } catch (thrown) {
      await this.#mend(database, thrown instanceof Error ? thrown.message : String(thrown));
      return (await this.#parts.store.database.entries.get(seq))?.json;
    }
  }

  /** A store cannot be read as it should: waits for the one that replaces it, unless that has happened. */
  async #mend(database: ProjectDatabase, reason: string): Promise<void> {
    if (database !== this.#parts.store.database) return;
    const replaced = this.#parts.store.whenReplaced();
    this.#parts.keeper.distrustStore(reason);
    await replaced;
  }
}

/** A span that was changed or taken away is no longer where the store had it. */
function withoutChanged(misfits: readonly Misfit[], operation: Operation): readonly Misfit[] {
  if (misfits.length === 0) return misfits;
  const changed = new Set<Identifier>();
  for (const change of changesOf(operation)) {
    if (change.type === 'span.update') changed.add(change.after.id);
    if (change.type === 'span.remove') changed.add(change.span.id);
  }
  const left = misfits.filter(({ spanId }) => !changed.has(spanId));
  return left.length === misfits.length ? misfits : left;
}

const stillReading = {
  code: 'in-use',
  message: 'The rest of the article’s links is still being read. Try again in a moment.',
} as const;
