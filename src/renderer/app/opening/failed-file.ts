import type { Arrival } from '../../../bridge/files.ts';

/** A file that could not be opened, and why, in a sentence that names it and says what to do. */
export type FailedFile = Arrival['refused'][number];
