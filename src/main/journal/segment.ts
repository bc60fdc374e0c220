import { join } from 'node:path';
import { segmentName } from '../../core/journal/file-names.ts';
import { exists, type FileLayer } from '../disk/file-layer.ts';

/** Entries of the journal that lie in one file, as it is known to be sound. */
export interface Segment {
  readonly path: string;
  /** Number of the first entry. */
  readonly firstSeq: number;
  /** Checksums of the entries, in order; there is at least one. */
  readonly crcs: readonly number[];
  /** Bytes of the file that hold these entries; what lies beyond counts for nothing. */
  readonly length: number;
}

export function lastSeqOf(segment: Segment): number {
  return segment.firstSeq + segment.crcs.length - 1;
}

/** A name for a segment, by its first entry; with a count where that name is taken by a file that could not be mended or removed. */
export async function freeSegmentPath(layer: FileLayer, folder: string, firstSeq: number): Promise<string> {
  for (let count = 0; ; count++) {
    const path = join(folder, segmentName(firstSeq, count));
    if (!(await exists(layer, path))) return path;
  }
}
