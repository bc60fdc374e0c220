import { basename } from 'node:path';
import type { LinkedRun, ScannedFile } from '../../core/journal/link-runs.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import { writeFully } from '../disk/write-fully.ts';
import type { JournalPlace } from './journal-place.ts';
import { freeSegmentPath, type Segment } from './segment.ts';
import { asidePath, setAside } from './set-aside.ts';

/** What a segment file became. */
interface Mended {
  readonly segments: readonly Segment[];
  readonly setAside: readonly string[];
}

const lineEnd = Uint8Array.of(0x0a);

/**
 * Makes a segment file sound. A line cut short at the end is cut off; a missing last line end is added; a file with any other damage
 * is first copied under another name and then replaced by its good part, so that at no instant is less there than before.
 * @throws a Node file-system error
 */
export async function mendFile(
  place: JournalPlace,
  file: ScannedFile,
  runs: readonly LinkedRun[],
  whole: { readonly isLast: boolean; readonly linked: readonly LinkedRun[] },
): Promise<Mended> {
  const { layer, now } = place;
  const { state } = file.scanned;
  const [only] = runs;
  const end = (only?.entries.at(-1)?.end ?? 0) + lineEnd.length;
  const isPrefix = runs.length === 1 && only?.entries[0] === file.scanned.runs[0]?.entries[0];
  const isAll = isPrefix && only?.entries.length === file.scanned.runs[0]?.entries.length;
  if (only !== undefined && isAll && (state === 'sound' || state === 'unended')) {
    if (state === 'unended') await rewriteEnd(place, file.path, end);
    return { segments: [segmentOf(file.path, only, end)], setAside: [] };
  }
  // What follows the whole entries was never acknowledged: either nothing comes after it, or it was made again in the next file.
  if (state === 'torn' && file.scanned.runs.length <= 1 && (isAll || runs.length === 0)) {
    if (only !== undefined && (whole.isLast || isContinued(only, whole.linked))) {
      await rewriteEnd(place, file.path, end);
      return { segments: [segmentOf(file.path, only, end)], setAside: [] };
    }
    if (only === undefined && whole.isLast && file.scanned.runs.length === 0) {
      await layer.remove(file.path);
      return { segments: [], setAside: [] };
    }
  }
  if (state === 'sound' && isPrefix && only !== undefined) {
    // The rest was made again in a later file.
    return { segments: [segmentOf(file.path, only, end)], setAside: [] };
  }
  if (runs.length === 0) {
    if (file.bytes.length === 0) {
      await layer.remove(file.path);
      return { segments: [], setAside: [] };
    }
    return { segments: [], setAside: [await setAside(layer, file.path, now())] };
  }
  const aside = await asidePath(layer, file.path, now());
  await layer.copy(file.path, aside);
  await flushCopy(place, aside);
  const segments: Segment[] = [];
  // The first run takes the broken file's place last: until then all entries are still in it.
  for (const run of [...runs].reverse()) {
    const first = run.entries[0]?.seq ?? 0;
    const path = run === only ? file.path : await freeSegmentPath(layer, place.folder, first);
    const bytes = linesOf(run);
    await writeAtomically(layer, path, bytes);
    segments.unshift(segmentOf(path, run, bytes.length));
  }
  return { segments, setAside: [basename(aside)] };
}

/** Cuts the file to that length, whose last byte is a line end. */
async function rewriteEnd({ layer }: JournalPlace, path: string, length: number): Promise<void> {
  const file = await layer.open(path, 'change');
  try {
    await file.truncate(length);
    await writeFully(file, lineEnd, length - lineEnd.length);
    await file.syncData();
  } finally {
    await file.close();
  }
}

/** The copy must be on the disk before the file that it was made of is replaced. */
async function flushCopy({ layer }: JournalPlace, path: string): Promise<void> {
  const file = await layer.open(path, 'change');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function isContinued(run: LinkedRun, linked: readonly LinkedRun[]): boolean {
  return linked[linked.indexOf(run) + 1]?.entries[0]?.seq === (run.entries.at(-1)?.seq ?? 0) + 1;
}

function segmentOf(path: string, { entries }: LinkedRun, length: number): Segment {
  return { path, firstSeq: entries[0]?.seq ?? 0, crcs: entries.map(({ crc }) => crc), length };
}

/** The run's lines as they lie in the file: checksum and number stand before the JSON that the entry points to. */
function linesOf({ file, entries }: LinkedRun): Uint8Array {
  return Buffer.concat(
    entries.flatMap(({ start, end }) => {
      const lineStart = file.bytes.lastIndexOf(0x0a, start) + 1;
      return [file.bytes.subarray(lineStart, end), lineEnd];
    }),
  );
}
