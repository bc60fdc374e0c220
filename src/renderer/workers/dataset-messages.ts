import type { ReadArchive } from '../../core/archive/read-archive.ts';
import type { AnnotatedArticle } from '../../core/formats/annotated-article.ts';
import type { DatasetReading } from '../../core/formats/dataset-reading.ts';
import type { DatasetHead } from '../../core/formats/dataset-schema.ts';
import type { Prediction, SourceFile } from '../../core/formats/format.ts';
import type { FormatFailure } from '../../core/formats/format-failure.ts';
import type { Filling, IncomingProject } from '../../core/formats/from-dataset.ts';
import type { Result } from '../../core/model/result.ts';

/**
 * What the window tells a dataset worker. A worker has one job: it begins with `parse`, `unpack` or `write`, and ends with the worker. While it writes, each
 * message has exactly one reply, and each reply but the last asks for the next message.
 */
export type DatasetMessage =
  | { readonly kind: 'parse'; readonly files: readonly SourceFile[]; readonly filling: Filling }
  | { readonly kind: 'unpack'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'write';
      readonly format: string;
      readonly head: DatasetHead;
      readonly articleCount: number;
      /** With the whole beside it, in a ZIP; articles are then asked for twice. */
      readonly withRest: boolean;
    }
  | { readonly kind: 'article'; readonly article: ArticleToWrite }
  | { readonly kind: 'noMoreArticles' }
  | { readonly kind: 'goOn' };

/** An article that is written, with what is proposed for it where that is to go along. */
export interface ArticleToWrite extends AnnotatedArticle {
  readonly predictions?: readonly Prediction[];
}

export type DatasetReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'parsed'; readonly result: Result<ParsedDataset, FormatFailure> }
  | { readonly kind: 'unpacked'; readonly result: Result<ReadArchive, FormatFailure> }
  /** Answer with `article` or `noMoreArticles`. */
  | { readonly kind: 'wantsArticle' }
  /** Answer with `goOn`. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'written';
      readonly sha256: string;
      readonly byteLength: number;
      /** True where it is too large to be read and compared before it is in its place. */
      readonly notReadBack: boolean;
    }
  /** The job has failed; a sentence for the person. */
  | { readonly kind: 'failed'; readonly message: string };

/** What a dataset's file holds, ready to be merged, and what is wrong with it. */
export interface ParsedDataset extends Pick<DatasetReading, 'faults' | 'unknownKeys'> {
  /** Stretches that this program once proposed and nobody decided about: they stay out. */
  readonly predictions: number;
  readonly incoming: IncomingProject;
  /** Id of the format that read it. */
  readonly format: string | undefined;
}
