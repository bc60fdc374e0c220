import { z } from 'zod';
import { timestampSchema } from '../model/identifier.ts';

/** The two files in an archive that count. Files that articles were made of may stand beside them; whatever else is in one is passed over. */
export const manifestName = 'manifest.json';
export const projectName = 'project.json';

/**
 * Before what was learnt from the project. It counts for nothing: without it, or with a damaged one, the project is whole.
 * Its digest follows in the name.
 */
export const learntPrefix = 'learnt/';
/** What is larger is none of ours. */
export const mostLearntBytes = 64 * 1024 * 1024;

/** Before the digests of files that articles were made of, in the names of those. */
export const originalPrefix = 'originals/';
/** All of them together have at most so many bytes: beyond, an archive goes without. */
export const mostOriginalBytes = 512 * 1024 * 1024;

/** What this version writes; a higher one is not read. */
export const archiveVersion = 1;

export const archiveCountsSchema = z.strictObject({
  /** Those in the trash too. */
  articles: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  links: z.int().nonnegative(),
});
export type ArchiveCounts = Readonly<z.infer<typeof archiveCountsSchema>>;

/** What an archive says of the project in it, and by which it is known to be whole. */
export const manifestSchema = z.object({
  format: z.literal('ascribe-archive'),
  version: z.literal(archiveVersion),
  project: z.strictObject({ name: z.string().min(1).max(256) }),
  archivedAt: timestampSchema,
  counts: archiveCountsSchema,
  /** Of `project.json`, not compressed. */
  byteLength: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ArchiveManifest = Readonly<z.infer<typeof manifestSchema>>;

/** As much of a manifest as tells whether a newer version wrote it. */
export const manifestVersionSchema = z.object({
  format: z.literal('ascribe-archive'),
  version: z.int().positive(),
});
