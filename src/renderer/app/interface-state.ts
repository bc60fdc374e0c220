import { createStore, type StoreApi } from 'zustand/vanilla';

import type { ColumnRole, TableOutline } from '../../core/formats/article-table/column-roles.ts';
import type { Fragment } from '../../core/model/fragment.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Span } from '../../core/model/span.ts';
import { emptyQuery, type Query } from '../../core/search/query.ts';
import type { ArticleSuggestion } from '../../core/suggest/article-suggestions.ts';
import type { RuleId } from '../../core/suggest/suggestion.ts';
import type { Planted } from '../store/plant-project.ts';
import type { CarryOverOffer } from './articles/carry-over-offer.ts';
import type { BulkTargets } from './bulk-targets.ts';
import { type ConcordanceState, emptyConcordance } from './concordance/concordance-state.ts';
import type { ImportOffer, ImportPlan } from './exchange/import-offer.ts';
import type { FailedFile } from './opening/failed-file.ts';
import type { RestoreOffer } from './projects/restore-offer.ts';
import type { Proposal } from './proposals/proposal.ts';

/** The one dialog that is open. */
export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'export' }
  | { readonly kind: 'import'; readonly offer: ImportOffer; readonly plan: ImportPlan }
  | { readonly kind: 'carryOver'; readonly offer: CarryOverOffer }
  | { readonly kind: 'details'; readonly article: Identifier }
  | { readonly kind: 'labels'; readonly articles: readonly Identifier[] }
  | { readonly kind: 'articleNote'; readonly article: Identifier }
  | { readonly kind: 'trash' }
  | { readonly kind: 'doctor' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'about' }
  | { readonly kind: 'errorReport' }
  | { readonly kind: 'notices' }
  | { readonly kind: 'merge'; readonly span: Identifier }
  /** What a rule proposes in the open article, before all of it is accepted. */
  | { readonly kind: 'acceptRule'; readonly rule: RuleId }
  | { readonly kind: 'learnt' }
  | { readonly kind: 'projects' }
  | { readonly kind: 'projectName'; readonly purpose: 'new' | 'rename' | 'duplicate' }
  | { readonly kind: 'projectReady'; readonly planted: Planted; readonly how: 'copied' | 'restored' }
  | { readonly kind: 'restore'; readonly offer: RestoreOffer }
  | { readonly kind: 'bulkEdit'; readonly targets: BulkTargets }
  /** `words` as they stand in the text; `like` is the annotation whose tag and attributes the others are to have. */
  | { readonly kind: 'tagEverywhere'; readonly query: Query; readonly like: Span | null }
  | { readonly kind: 'failures'; readonly opened: number; readonly failures: readonly FailedFile[] };

/** A question that opening files waits for. */
export type OpeningQuestion = VersionQuestion | ColumnsQuestion;

/** The rows of a file are articles: which of its columns hold what? */
export interface ColumnsQuestion {
  readonly kind: 'columns';
  readonly fileName: string;
  readonly outline: TableOutline;
  /** What is proposed. */
  readonly roles: readonly ColumnRole[];
  /** Null leaves the file out. */
  readonly answer: (roles: readonly ColumnRole[] | null) => void;
}

/** A file that has the name of an open article but other bytes. */
export interface VersionQuestion {
  readonly kind: 'version';
  readonly fileName: string;
  /** How many more files wait behind this one. */
  readonly filesLeft: number;
  readonly answer: (answer: VersionAnswer) => void;
}

export interface VersionAnswer {
  readonly open: boolean;
  /** Answer the same for all that follow. */
  readonly forAll: boolean;
}

/** Work that takes its time: opening files, writing a dataset. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

export interface FindState {
  readonly query: Query;
  /** Matches in text order, UTF-16 units. While a search is under way, those of the words before. */
  readonly matches: readonly Fragment[];
  /** There are more matches than are counted. */
  readonly isCapped: boolean;
  /** Index of the match that is shown, -1 when there is none. */
  readonly current: number;
  readonly isSearching: boolean;
  /** Why the expression cannot be used, in a sentence; null when it can. */
  readonly problem: string | null;
}

/** What stands in the middle of the window: the text, or a view in its place. */
export type WorkspaceView = 'text' | 'cast' | 'concordance' | 'overview' | 'suggestionRules' | 'tagSet';

/** Whom the view of the cast shows: a member, or those speakers of whom nobody has said who they are. */
export type CastSubject =
  | { readonly kind: 'entity'; readonly id: Identifier }
  | { readonly kind: 'unassigned' };

/** The span of the open article of which is asked who it is, and the attribute that will say so. */
export interface WhoQuestion {
  readonly span: Identifier;
  readonly attribute: Identifier;
}

/** What is on the screen apart from the project: nothing of it outlives the window. */
export interface InterfaceState {
  /** True until the first article, or that there is none, can be shown. */
  readonly starting: boolean;
  /** True while another project is about to take this one's place. */
  readonly leaving: boolean;
  readonly view: WorkspaceView;
  readonly dialog: OpenDialog | null;
  /** Stands over everything else until it is answered. */
  readonly question: OpeningQuestion | null;
  readonly progress: Progress | null;
  /** Null while the find bar is closed. */
  readonly find: FindState | null;
  /** What was looked for last, in an article or in the project: what the next search begins with. */
  readonly lastQuery: Query;
  readonly concordance: ConcordanceState;
  /** In a narrow window panels lie over the text; this one is out. */
  readonly drawer: 'articles' | 'side' | null;
  /** The bar at the selection: put away until the selection changes, or asking for another tag. */
  readonly selectionBar: 'auto' | 'putAway' | 'retag';
  /** Null while the view of the cast shows nobody. */
  readonly castSubject: CastSubject | null;
  /** Null while nobody is asked for. */
  readonly who: WhoQuestion | null;
  /** Members of the cast to whom something was assigned in this window, the latest first. */
  readonly recentEntities: readonly Identifier[];
  /** A link that waits to be kept, changed or taken back; void once something else was done. */
  readonly proposal: Proposal | null;
  /** The suggestion that is looked at; void once it is decided. */
  readonly review: ArticleSuggestion | null;
  /** The guidelines of the tags at hand are shown beside them. */
  readonly guidelineShown: boolean;
  /** What was rebuilt at this start, in a sentence; null once it was read. */
  readonly restored: string | null;
  /** The article that was not opened at this start, as it had ended the window so often before; null once that is settled. */
  readonly leftClosed: { readonly articleId: Identifier; readonly times: number } | null;
  /** The span that the pointer or the focus is on, in the text, the margin or a list. */
  readonly pointedSpan: Identifier | null;
  /** The spans that belong together with that one, or with the current one. */
  readonly lit: ReadonlySet<Identifier>;
}

export function createInterfaceState(restored: string | null): StoreApi<InterfaceState> {
  return createStore<InterfaceState>(() => ({
    starting: true,
    leaving: false,
    view: 'text',
    dialog: null,
    question: null,
    progress: null,
    find: null,
    lastQuery: emptyQuery,
    concordance: emptyConcordance,
    drawer: null,
    selectionBar: 'auto',
    castSubject: null,
    who: null,
    recentEntities: [],
    proposal: null,
    review: null,
    guidelineShown: false,
    restored,
    leftClosed: null,
    pointedSpan: null,
    lit: new Set(),
  }));
}
