import type { StoreApi } from 'zustand/vanilla';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Span } from '../../core/model/span.ts';
import type { Operation } from '../../core/operations/operation.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import type { SnapshotContents } from '../../core/snapshot/snapshot-file.ts';
import type { RecordKey } from '../db/record-change.ts';
import type { PlaceRow } from '../db/rows.ts';
import type { HomesReport } from './check-homes.ts';
import type { Fitted } from './misfits.ts';
import type { FocusSlice, ProjectSlice, TextSelection } from './workbench-state.ts';

/**
 * The open project in memory, and the few ways to change it. Panels and commands read the two stores and call these; nothing else writes them.
 */
export interface Workbench {
  readonly project: StoreApi<ProjectSlice>;
  readonly focus: StoreApi<FocusSlice>;

  /**
   * Applies the operation in memory (in the same tick), adds it to the log and starts writing it to both homes.
   * @param label words that follow "Undo", e.g. `tag claim`.
   * @returns false when it conflicts with the state or the project is read-only: nothing has changed then, and a notice says why.
   */
  commit(operation: Operation, label: string): boolean;
  /** Takes back the last step, opening the article it happened in if need be. */
  undo(): Promise<void>;
  redo(): Promise<void>;

  /** Shows an article; resolves when its text and the spans near the viewport are there. */
  openArticle(id: Identifier): Promise<void>;
  /** Resolves when every span of the open article is in memory. */
  whenComplete(): Promise<void>;
  /** Resolves when nothing is pending, or rejects with the reason after `timeout` ms. */
  whenSaved(timeout: number): Promise<void>;

  /** Before the window closes: finishes the writing, within `timeout` ms. Resolves to the number of operations that are not in both homes. */
  finish(timeout: number): Promise<number>;
  /** Stops at once, as if the window were gone: writes nothing more, and lets go of the store. */
  dispose(): void;
  /** A whole article as it stands, open or not: for exports, imports and checks. Rejects when the store cannot be read. */
  readArticle(id: Identifier): Promise<ArticleState>;
  /** The text of an article alone, open or not. Rejects when the store cannot be read. */
  readText(id: Identifier): Promise<string>;
  /** Every span of the project that stands for an entity, as it is now. Rejects when the store cannot be read. */
  spansOfEntity(entity: Identifier): Promise<Span[]>;
  /** Those of the spans with these article and span ids that are there, of any articles. Rejects when the store cannot be read. */
  spansAt(keys: readonly Readonly<RecordKey>[]): Promise<Span[]>;
  /** Those of the ids that a span or relation of the project has. Rejects when the store cannot be read. */
  takenIds(ids: Iterable<Identifier>): Promise<ReadonlySet<Identifier>>;
  /** A whole article with its spans where their quotes stand, as `readArticle` gives it, and which of them do not stand where the store has them. */
  examineArticle(id: Identifier): Promise<Fitted>;
  /** Compares the two homes, for "Check and repair project"; waits until everything is saved. Rejects when it is not. */
  checkHomes(): Promise<HomesReport>;
  /**
   * Makes a home whole from the other: a new working store of journal and snapshots, or a snapshot of the working store in the journal. What is replaced
   * stays where it lies until a later start has found all well. Rejects, with a sentence, when it cannot be done; nothing is worse then.
   */
  mendHome(home: 'store' | 'journal'): Promise<void>;
  /**
   * The whole project as it stands now, for a copy: articles are read one at a time, and stay as they are now whatever is done meanwhile. Waits until
   * everything is saved; rejects when it is not, or when the store cannot be read.
   */
  snapshot(): Promise<SnapshotContents>;
  /** Name of the working store in use, for workers that read it; another one after a rebuild. */
  databaseName(): string;
  /** Where the article was left last, or undefined. */
  place(id: Identifier): Promise<PlaceRow | undefined>;
  /** Notes where an article is being left. Not an operation: no undo, no journal. */
  keepPlace(place: PlaceRow): Promise<void>;

  select(selection: TextSelection): void;
  setCurrentSpan(id: Identifier | null): void;
  setPen(tag: Identifier | null): void;
}
