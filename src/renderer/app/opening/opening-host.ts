import type { ColumnRole, TableOutline } from '../../../core/formats/article-table/column-roles.ts';
import type { SourceFile } from '../../../core/formats/format.ts';
import type { ReadArticles } from '../../../core/formats/reading/read-one-article.ts';
import type { ArticleRecord } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Result } from '../../../core/model/result.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import type { VersionAnswer } from '../interface-state.ts';

/** What opening files needs of the rest of the app. */
export interface OpeningHost {
  /** All bytes of a file that arrived, or a sentence that names it and says why not. */
  readBytes(
    token: string,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, { readonly message: string }>>;
  readArticles: ReadArticles;
  /** Called with the digest of each file that could be read. */
  remember(sha256: string, token: string): void;
  /** Keeps the file of an article as it is; says in a sentence why it could not. Null where that is not wanted. */
  readonly keepOriginal: ((file: SourceFile) => Promise<string | undefined>) | null;
  /** All articles, those in the trash too. */
  records(): Iterable<ArticleRecord>;
  commit(operation: Operation, label: string): boolean;
  /** A file has the name of an article but other bytes: open it beside the old one, or leave it? */
  askAboutVersion(fileName: string, filesLeft: number): Promise<VersionAnswer>;
  /** The rows of a table are articles: what do its columns hold? Null to leave it out. */
  askAboutColumns(fileName: string, outline: TableOutline): Promise<readonly ColumnRole[] | null>;
  /** Called before each file, and in a file of many articles before each of those. */
  reportProgress(done: number, total: number): void;
  /** True once the person wants no more files opened. */
  isCancelled(): boolean;
  newId(): Identifier;
  now(): string;
}
