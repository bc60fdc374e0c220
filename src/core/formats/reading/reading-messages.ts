import type { SourceFile } from '../format.ts';
import type { OpenedPart, OpeningOptions } from '../open-articles.ts';

/** What the window asks of the reading worker: all articles in a file. */
export interface ReadingRequest {
  readonly number: number;
  readonly file: SourceFile;
  readonly options: OpeningOptions;
}

/** One of the parts of a file that was asked for, or the end: the last reply of that number. */
export interface ReadingReply {
  readonly number: number;
  readonly part: OpenedPart | null;
}
