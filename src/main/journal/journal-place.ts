import type { FileLayer } from '../disk/file-layer.ts';
import type { Log } from '../log/log.ts';

/** Where a journal lies, and what it works with. */
export interface JournalPlace {
  readonly layer: FileLayer;
  readonly folder: string;
  /** Nothing is mended: the profile belongs to a newer version. */
  readonly readOnly: boolean;
  readonly now: () => Date;
  readonly log: Log;
}
