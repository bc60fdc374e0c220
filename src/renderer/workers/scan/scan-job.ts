import type { ProjectDatabase } from '../../db/database.ts';

/**
 * Something that is found out by reading the whole working store, away from the window's thread: yields what it has found so far, in batches small
 * enough to be drawn in one frame. Reads only.
 */
export type ScanJob<Args, Batch> = (database: ProjectDatabase, args: Args) => AsyncGenerator<Batch>;
