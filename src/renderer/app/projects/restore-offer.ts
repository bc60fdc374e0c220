import type { ReadArchive } from '../../../core/archive/read-archive.ts';

/** An archive that was read, and can be restored. */
export interface RestoreOffer {
  readonly fileName: string;
  readonly archive: ReadArchive;
}
