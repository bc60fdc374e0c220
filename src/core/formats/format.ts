import type { Result } from '../model/result.ts';
import type { ArticleTable } from './article-table/article-table.ts';
import type { DatasetReading } from './dataset-reading.ts';
import type { DatasetArticle, DatasetHead, DatasetRelation, DatasetSpan } from './dataset-schema.ts';
import type { DatasetStream } from './dataset-stream.ts';
import type { FormatFailure } from './format-failure.ts';
import type { Holdings } from './holdings.ts';
import type { LossKind } from './loss-kinds.ts';
import type { ReadArticle } from './read-article.ts';

/** A file as it came in: its name without folders, and all of its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * How sure a format is that a file is its own: `content` by what stands in it, `ending` by its name alone, `possible` when it would try, `no`
 * when it cannot be.
 */
export type Recognition = 'content' | 'ending' | 'possible' | 'no';

/** Something of a dataset that a format cannot hold, as in `lost: 12 notes`. */
export interface Loss<Kind extends string = LossKind> {
  /** A noun in the plural. */
  readonly kind: Kind;
  readonly count: number;
}

/** How a file is to be read as an article, where the person chose something. A reader passes over what is not about its files. */
export interface ArticleReadingOptions {
  /** WHATWG name of the encoding to use instead of the detected one. */
  readonly encoding?: string;
  /** Of a web page everything, not only what was found to be its article. */
  readonly wholePage?: boolean;
}

/** How a format makes articles of files. */
export interface ArticleReader {
  read(file: SourceFile, options?: ArticleReadingOptions): Promise<Result<ReadArticle, FormatFailure>>;
}

/** How a format makes articles of the rows of a file, once it is said what its columns hold. */
export interface ArticleTableReader {
  open(file: SourceFile, options?: ArticleReadingOptions): Promise<Result<ArticleTable, FormatFailure>>;
}

export interface DatasetReadingOptions {
  /** Hears how many of how many articles were read. */
  readonly progress?: (done: number, total: number) => void;
  /** Those of the file's companions that came with it, under the names that `companions` gave them. */
  readonly companions?: readonly SourceFile[];
}

/** How a format makes datasets of files. What is wrong with single items stands in the reading; a failure is about the whole. */
export interface DatasetReader {
  /** Paths, from the folder of a file of this name, of the files that belong to it where they are there: `a.txt` of `a.ann`. */
  companions?(name: string): readonly string[];
  read(file: SourceFile, options?: DatasetReadingOptions): Promise<Result<DatasetReading, FormatFailure>>;
  /**
   * Reads a file of that name piece by piece, so that it may be larger than memory. Chunks are the file's bytes, cut anywhere, each of which stays as it
   * is while the next is asked for; no more of them are asked for than it takes to get the head or the next article.
   */
  stream?(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Result<DatasetStream, FormatFailure>>;
}

/** A file that is written: its path within the folder or ZIP, `/` between its parts, and its bytes. */
export interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something that is proposed for an article and that nobody has decided about: what accepting it would make, and why it is proposed. */
export interface Prediction {
  /** The first is what it is about; a claim may bring its speaker along. */
  readonly spans: readonly DatasetSpan[];
  /** Between these spans and those of predictions before it. */
  readonly relations: readonly DatasetRelation[];
  /** What proposes it. */
  readonly rule: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** An article on its way out; predictions stand apart from its annotations, and only where the format has a place for them. */
export type OutgoingArticle = DatasetArticle & { readonly predictions?: readonly Prediction[] };

export type Articles = Iterable<OutgoingArticle> | AsyncIterable<OutgoingArticle>;

/** How a format writes datasets. It is given only what it holds: `reduceHead` and `reduceArticle` took the rest away. */
export type DatasetWriter = {
  readonly holds: Holdings;
  /** True where the format has a place for predictions apart from annotations, from which its reader takes none for an annotation. */
  readonly predictions?: true;
} & (
  | {
      /** One file for all articles, in pieces. Articles are taken one at a time, so that a project larger than memory can be written. */
      write(head: DatasetHead, articles: Articles): AsyncIterable<Uint8Array>;
    }
  | {
      /**
       * `article`: one file an article. `dataset`: several files together, which go into a folder or a ZIP. Articles bring their titles even where
       * these are not held, for files to be named by (`ArticleFileNames`).
       */
      readonly each: 'article' | 'dataset';
      files(head: DatasetHead, articles: Articles): AsyncIterable<OutgoingFile>;
    }
);

/**
 * One format of articles or datasets. Each stands in a file `<id>.format.ts` of this folder as `export const format`; menus, dialogs and
 * the command line find it there, and no list names it.
 */
export interface Format {
  readonly id: string;
  /** As menus and dialogs show it. */
  readonly name: string;
  /** Endings of file names, with the dot, lower case; the first is the one that new files get. */
  readonly endings: readonly string[];
  readonly mediaTypes: readonly string[];
  /** Place in lists, ascending. The native dataset is the first. */
  readonly rank: number;
  recognise(file: SourceFile): Recognition;
  readonly articles?: ArticleReader;
  readonly tables?: ArticleTableReader;
  readonly datasets?: DatasetReader;
  readonly writer?: DatasetWriter;
}
