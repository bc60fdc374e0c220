import { basename, join } from 'node:path';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { namesIn } from '../disk/remove-temporaries.ts';
import type { Log } from '../log/log.ts';

/** So many copies are kept. */
const copiesKept = 3;
/** Above this size tables are linked instead of copied; above the next nothing is copied. Bytes. */
const linkFrom = 64 * 1024 * 1024;
const largestStore = 1024 * 1024 * 1024;

interface BackupPlace {
  readonly layer: FileLayer;
  /** The LevelDB folder of our origin. */
  readonly storeFolder: string;
  /** Where copies go, each in a folder named for its time. */
  readonly copiesFolder: string;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Copies the working store's folder aside, so that a store that Chromium then wipes can be looked into. Must end before the database is opened, and
 * never fails: see docs/decisions/0002-store-backup.md.
 */
export async function backUpStore(place: BackupPlace): Promise<void> {
  const started = performance.now();
  try {
    const outcome = await copyIfChanged(place);
    place.log.info(`store copy: ${outcome}, ${Math.round(performance.now() - started)} ms`);
  } catch (error) {
    place.log.warning(`store copy: not made (${errorCode(error) ?? error})`);
  }
}

async function copyIfChanged(place: BackupPlace): Promise<string> {
  const { layer, storeFolder, copiesFolder, now } = place;
  await layer.makeFolder(copiesFolder);
  const copies = await sweep(layer, copiesFolder, stampOfTime(now()));
  const files = await filesIn(layer, storeFolder);
  if (files.length === 0) return 'no store yet';
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > largestStore) return `store too large, ${bytes} bytes`;
  // The stamp of size and time of every file names the copy, so that an unchanged store is known without a look at its content.
  const stamp = stampOf(files);
  if (copies.at(-1)?.endsWith(`.${stamp}`)) return 'unchanged';
  const name = `${stampOfTime(now())}.${stamp}`;
  const partial = join(copiesFolder, `${partialPrefix}${name}`);
  await layer.makeFolder(partial);
  for (const { path } of files) {
    const target = join(partial, basename(path));
    if (bytes > linkFrom && path.endsWith('.ldb')) await layer.link(path, target);
    else await layer.copy(path, target);
  }
  await layer.rename(partial, join(copiesFolder, name));
  for (const old of copies.slice(0, Math.max(0, copies.length + 1 - copiesKept))) {
    await layer.removeFolder(join(copiesFolder, old));
  }
  return `${bytes} bytes`;
}

const partialPrefix = 'partial-';

function stampOfTime(time: Date): string {
  return time.toISOString().replace(/[:.]/g, '-');
}

/**
 * Removes what a killed process left half copied. Resolves to the whole copies, oldest first; those that a clock made which was ahead count as the oldest, for else they
 * would push out all that are made later.
 */
async function sweep(layer: FileLayer, folder: string, present: string): Promise<string[]> {
  const names = await namesIn(layer, folder);
  for (const name of names) if (name.startsWith(partialPrefix)) await layer.removeFolder(join(folder, name));
  const whole = names.filter((name) => !name.startsWith(partialPrefix)).sort();
  return [...whole.filter((name) => name > present), ...whole.filter((name) => name <= present)];
}

interface StoreFile {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

async function filesIn(layer: FileLayer, folder: string): Promise<StoreFile[]> {
  const files: StoreFile[] = [];
  for (const name of (await namesIn(layer, folder)).sort()) {
    const path = join(folder, name);
    const { kind, size, modified } = await layer.facts(path);
    // LOCK is empty, and LOG and LOG.old only tell what LevelDB did.
    if (kind === 'file' && !['LOCK', 'LOG', 'LOG.old'].includes(name)) files.push({ path, size, modified });
  }
  return files;
}

function stampOf(files: readonly StoreFile[]): string {
  let stamp = 0;
  for (const { path, size, modified } of files) {
    for (const character of `${basename(path)} ${size} ${modified};`) {
      stamp = (Math.imul(stamp, 31) + character.charCodeAt(0)) | 0;
    }
  }
  return (stamp >>> 0).toString(16).padStart(8, '0');
}
