import type { SourceFile } from '../../../core/formats/format.ts';
import type { ReadArticle } from '../../../core/formats/read-article.ts';
import type { Result } from '../../../core/model/result.ts';

/** Decodes a file and makes an article of it, away from the window's thread. The reason of a failure names the file and says what to do. */
export type ReadFile = (
  file: SourceFile,
  options?: { readonly encoding?: string },
) => Promise<Result<ReadArticle, { readonly code: string; readonly message: string }>>;
