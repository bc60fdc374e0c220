import type { Fragment } from '../../../core/model/fragment.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Span } from '../../../core/model/span.ts';
import type { KeywordInContext } from '../../../core/search/keyword-in-context.ts';
import type { Query } from '../../../core/search/query.ts';

/** Which annotations are meant, beyond the words in them. */
export interface AnnotationFilter {
  readonly tag: Identifier | null;
  /** Who says it: a member of the cast; only what a `says` relation links to such a speaker. */
  readonly entity: Identifier | null;
  /** Words in the speaker's own annotation; empty for any speaker. */
  readonly speakerWords: string;
  readonly flagged: boolean;
  /** Claims without a speaker that are not marked as having none. */
  readonly unattributed: boolean;
  readonly hasNote: boolean;
}

export interface ScannedArticle {
  readonly id: Identifier;
  /** Of its text, UTF-16 units. */
  readonly length: number;
  readonly hasSpans: boolean;
}

export interface ConcordanceArgs {
  readonly query: Query;
  /** The articles to read, in the order of the rows. */
  readonly articles: readonly ScannedArticle[];
  /** Null for the text itself. */
  readonly annotations: AnnotationFilter | null;
  /** Tags whose spans a `says` relation may end at. */
  readonly claimTags: readonly Identifier[];
  /** What is found beyond so many rows is only counted. */
  readonly mostRows: number;
  /** How much is shown to either side, UTF-16 units; 0 leaves the text of annotations unread. */
  readonly contextLength: number;
}

/** One place where the words stand, or one annotation. */
export interface ConcordanceRow extends KeywordInContext, Fragment {
  /** The same for the same place. */
  readonly key: string;
  readonly articleId: Identifier;
  /** The annotation; null in a search of the text. */
  readonly span: Span | null;
  /** Tags of the annotations that cover just this place; of an annotation, its own. */
  readonly tags: readonly Identifier[];
}

export interface ConcordanceBatch {
  readonly rows: readonly ConcordanceRow[];
  /** How many were found up to now, those without a row too. */
  readonly found: number;
  /** How many articles have been read, and in how many something was found. */
  readonly articlesRead: number;
  readonly articlesFound: number;
  /** Why the expression cannot be used, in a sentence. */
  readonly problem: string | null;
}

/** What was found in one article. */
export interface FoundInArticle {
  /** No more than were asked for. */
  readonly rows: readonly ConcordanceRow[];
  readonly found: number;
}
