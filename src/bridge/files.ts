import { z } from 'zod';

export { largestArticleFile } from '../core/formats/article-file-limit.ts';

/**
 * A file that the person picked, dropped or named on the command line. The renderer knows it by this token alone: paths stay in main.
 */
export const arrivedFileSchema = z.strictObject({
  token: z.string().uuid(),
  /** File name without folders. */
  name: z.string(),
  /** Bytes, as far as known before reading. */
  byteLength: z.int().nonnegative(),
});
export type ArrivedFile = Readonly<z.infer<typeof arrivedFileSchema>>;

/** A file or folder that arrived but cannot be opened, and why, in a sentence that names it. */
export const refusedFileSchema = z.strictObject({ name: z.string(), message: z.string() });

/** What one gesture brought: files in the order given, and what could not be taken. */
export const arrivalSchema = z.strictObject({
  files: z.array(arrivedFileSchema),
  refused: z.array(refusedFileSchema),
});
export type Arrival = Readonly<z.infer<typeof arrivalSchema>>;
