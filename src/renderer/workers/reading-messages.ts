import type { SourceFile } from '../../core/formats/format.ts';
import type { FormatFailure } from '../../core/formats/format-failure.ts';
import type { ReadArticle } from '../../core/formats/read-article.ts';
import type { Result } from '../../core/model/result.ts';

/** What the window asks of the reading worker. Each request has one reply, of the same number. */
export interface ReadingRequest {
  readonly number: number;
  readonly file: SourceFile;
  readonly encoding?: string;
}

export interface ReadingReply {
  readonly number: number;
  readonly result: Result<ReadArticle, FormatFailure>;
}
