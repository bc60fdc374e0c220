import type { SourceFile } from '../../../core/formats/format.ts';
import type { Result } from '../../../core/model/result.ts';
import type { Operation } from '../../../core/operations/operation.ts';

/** What a dataset's file holds and what would come of taking it in. */
export interface ImportOffer {
  readonly fileName: string;
  /** What the file holds, as `3 articles`. */
  readonly holds: readonly string[];
  /** What taking it in does to this project, a sentence each. */
  readonly effects: readonly string[];
  /** What will not come in or comes in changed, and why; a line each. */
  readonly faults: readonly string[];
  /** Null when the project has all of it already. */
  readonly operation: Operation | null;
}

/** How datasets come in, away from the window's thread. */
export interface ImportPort {
  /** Reads a dataset and works out what it would change. The reason of a failure names the file and says what to do. */
  prepare(
    file: SourceFile,
    watching: {
      /** Hears how many of how many articles were read. */
      readonly progress: (done: number, total: number) => void;
      /** Ends the work; the promise is then rejected. */
      readonly signal: AbortSignal;
    },
  ): Promise<Result<ImportOffer, { readonly message: string }>>;
}
