import { basename, join } from 'node:path';
import { segmentNames } from '../../core/journal/file-names.ts';
import { type LinkedRun, linkRuns, type ScannedFile } from '../../core/journal/link-runs.ts';
import { scanSegment } from '../../core/journal/scan-segment.ts';
import { errorCode } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { namesIn, removeTemporaries } from '../disk/remove-temporaries.ts';
import type { JournalPlace } from './journal-place.ts';
import { mendFile } from './mend-file.ts';
import type { Segment } from './segment.ts';
import { setAside } from './set-aside.ts';
import { listSnapshots, type Snapshot, snapshotIsWhole } from './snapshot.ts';

/** What was found in a journal's folder, after what could be mended was. */
export interface OpenedJournal {
  /** In order of their entries. */
  readonly segments: readonly Segment[];
  /** Newest first. The newest was read and is whole; an older one is checked when it is read. */
  readonly snapshots: readonly Snapshot[];
  /** Names of files that were set aside now. */
  readonly setAside: readonly string[];
  /** True when the beginning of a last line was dropped. */
  readonly tornTail: boolean;
}

/**
 * Reads a journal and mends its files. Damage never makes it fail; a file that cannot be mended now (the disk is full) is left as it is and
 * its whole entries are used.
 * @throws a Node file-system error when the folder cannot be made or listed, or a file cannot be opened
 */
export async function openJournal(place: JournalPlace): Promise<OpenedJournal> {
  const { layer, folder, readOnly } = place;
  if (!readOnly) {
    await layer.makeFolder(folder);
    await removeTemporaries(layer, folder);
  }
  const names = await namesIn(layer, folder);
  const aside: string[] = [];
  const snapshots = await wholeSnapshots(place, names, aside);
  const files = await scanFiles(place, names, aside);
  const linked = linkRuns(
    files,
    snapshots.map(({ seq }) => seq),
  );
  const segments: Segment[] = [];
  let tornTail = false;
  for (const [index, file] of files.entries()) {
    const runs = linked.filter((run) => run.file === file);
    const isLast = index === files.length - 1;
    if (isLast && file.scanned.state === 'torn') tornTail = true;
    try {
      const mended = readOnly ? undefined : await mendFile(place, file, runs, { isLast, linked });
      segments.push(...(mended?.segments ?? runs.map(asTheyLie)));
      aside.push(...(mended?.setAside ?? []));
    } catch (error) {
      place.log.error(`journal: ${basename(file.path)} could not be mended (${errorCode(error) ?? error})`);
      segments.push(...runs.map(asTheyLie));
    }
  }
  return { segments, snapshots, setAside: aside, tornTail };
}

async function wholeSnapshots(
  place: JournalPlace,
  names: readonly string[],
  aside: string[],
): Promise<Snapshot[]> {
  const found = listSnapshots(place.folder, names);
  for (;;) {
    const [newest] = found;
    if (newest === undefined || (await readOrGiveUp(() => snapshotIsWhole(place.layer, newest)))) {
      return found;
    }
    const { path } = newest;
    found.shift();
    place.log.warning(`journal: snapshot ${basename(path)} is damaged`);
    if (!place.readOnly) await putAside(place, path, aside);
  }
}

async function scanFiles(
  place: JournalPlace,
  names: readonly string[],
  aside: string[],
): Promise<ScannedFile[]> {
  const files: ScannedFile[] = [];
  for (const { name, firstSeq } of segmentNames(names)) {
    const path = join(place.folder, name);
    const bytes = await readOrGiveUp(() => readWhole(place.layer, path));
    if (bytes) {
      files.push({ path, firstSeq, bytes, scanned: scanSegment(bytes) });
    } else {
      place.log.error(`journal: ${name} cannot be read`);
      if (!place.readOnly) await putAside(place, path, aside);
    }
  }
  return files;
}

const readAttempts = 3;

/**
 * Undefined when the disk itself fails to give the bytes, again and again.
 * @throws a Node file-system error of any other kind, which may pass: nothing is set aside for that
 */
async function readOrGiveUp<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  for (let attempt = 1; attempt <= readAttempts; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (errorCode(error) !== 'EIO') throw error;
    }
  }
  return undefined;
}

/** A file that cannot even be renamed stays where it is; nothing of it is used. */
async function putAside(place: JournalPlace, path: string, aside: string[]): Promise<void> {
  try {
    aside.push(await setAside(place.layer, path, place.now()));
  } catch (error) {
    place.log.error(`journal: ${basename(path)} could not be set aside (${errorCode(error) ?? error})`);
  }
}

function asTheyLie({ file, entries }: LinkedRun): Segment {
  return {
    path: file.path,
    firstSeq: entries[0]?.seq ?? 0,
    crcs: entries.map(({ crc }) => crc),
    length: file.bytes.length,
  };
}
