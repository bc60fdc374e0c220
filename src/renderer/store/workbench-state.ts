import type { ArticleRecord } from '../../core/model/article.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import type { History } from '../../core/operations/history.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';

/** An article as lists show it: its record, how many spans of each tag it has, and its place. */
export interface ArticleSummary {
  readonly record: ArticleRecord;
  /** Tag id → number of spans. */
  readonly counts: Readonly<Record<Identifier, number>>;
  /** Place in the list; only the order of the numbers counts. */
  readonly order: number;
}

/** Whether what was done is safe. `saved` only when every operation has reached both homes. */
export type SavingState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly pending: number }
  /** The last write failed; the operations are in memory and are tried again. `message` says why and what to do. */
  | { readonly kind: 'failed'; readonly pending: number; readonly message: string }
  /** The profile cannot be written (a newer version made it). */
  | { readonly kind: 'readOnly'; readonly message: string };

/** A span whose quote is not what the text reads at its offsets, and what became of it. */
export interface Misfit {
  readonly spanId: Identifier;
  readonly articleId: Identifier;
  readonly quote: string;
  /** `moved`: its quote stands at one other place alone, and the span is shown there. `unplaced`: it is kept as it is. */
  readonly outcome: 'moved' | 'unplaced';
}

/** The project that is open and its open article. Every value in it is immutable; a change replaces it. */
export interface ProjectSlice {
  readonly project: Project;
  /** All articles, those in the trash too, in the order of the list. */
  readonly articles: ReadonlyMap<Identifier, ArticleSummary>;
  readonly open: ArticleState | null;
  /** False while spans far from the viewport are still being read. */
  readonly openComplete: boolean;
  readonly history: History;
  readonly saving: SavingState;
  /** Spans of the open article that do not fit its text. */
  readonly misfits: readonly Misfit[];
}

/** Caret and selection in the open article, UTF-16 units; equal when it is only a caret. */
export interface TextSelection {
  readonly anchor: number;
  readonly focus: number;
}

/** What the hand is on. */
export interface FocusSlice {
  readonly selection: TextSelection;
  /** The span that text, card, list and margin all show as current. */
  readonly currentSpan: Identifier | null;
  /** Tag of the sticky pen: every selection made with it is tagged at once. */
  readonly pen: Identifier | null;
}
