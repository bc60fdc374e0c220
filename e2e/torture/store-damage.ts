import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pick } from './random.ts';

/** The folder of the LevelDB that holds the working store. */
export function storeFolder(profile: string): string {
  const root = join(profile, 'IndexedDB');
  const [name] = readdirSync(root).filter((entry) => entry.endsWith('.leveldb'));
  if (name === undefined) throw new Error('the profile has a working store');
  return join(root, name);
}

type Damage = (folder: string, random: () => number) => void;

/** What a disk, a crash or another program may do to the store between two starts. */
export const damages: Readonly<Record<string, Damage>> = {
  'folder deleted': (folder) => rmSync(folder, { recursive: true }),
  'log deleted': (folder) => rmSync(logOf(folder)),
  'log zero-filled': (folder) => writeFileSync(logOf(folder), Buffer.alloc(statSync(logOf(folder)).size)),
  'log cut to half': (folder) => truncateSync(logOf(folder), statSync(logOf(folder)).size >> 1),
  'log cut anywhere': (folder, random) =>
    truncateSync(logOf(folder), Math.floor(random() * statSync(logOf(folder)).size)),
  'log emptied': (folder) => truncateSync(logOf(folder), 0),
  'byte flipped in the log': (folder, random) => flipByte(logOf(folder), random),
  'byte flipped in any file': (folder, random) => {
    const files = filesIn(folder).filter((path) => statSync(path).size > 0);
    flipByte(pick(random, files), random);
  },
  'many bytes flipped in any files': (folder, random) => {
    for (let i = 2 + Math.floor(random() * 12); i > 0; i--) {
      const files = filesIn(folder).filter((path) => statSync(path).size > 0);
      if (files.length > 0) flipByte(pick(random, files), random);
    }
  },
  'any file cut anywhere': (folder, random) => {
    const path = pick(random, filesIn(folder));
    truncateSync(path, Math.floor(random() * statSync(path).size));
  },
  'the end of any file zero-filled': (folder, random) => {
    const path = pick(random, filesIn(folder));
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, Math.floor(random() * bytes.length)));
  },
  'CURRENT emptied': (folder) => truncateSync(join(folder, 'CURRENT'), 0),
  'CURRENT deleted': (folder) => rmSync(join(folder, 'CURRENT')),
  'MANIFEST deleted': (folder) => {
    for (const path of filesIn(folder)) if (path.includes('MANIFEST')) rmSync(path);
  },
  'a table deleted': (folder, random) => {
    const tables = filesIn(folder).filter((path) => path.endsWith('.ldb'));
    if (tables.length > 0) rmSync(pick(random, tables));
    else rmSync(logOf(folder));
  },
};

function logOf(folder: string): string {
  const logs = filesIn(folder).filter((path) => path.endsWith('.log'));
  const newest = logs.sort().at(-1);
  if (newest === undefined) throw new Error('a LevelDB has a log');
  return newest;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !['LOCK', 'LOG', 'LOG.old'].includes(name))
    .map((name) => join(folder, name));
}

export function flipByte(path: string, random: () => number): void {
  const at = Math.floor(random() * statSync(path).size);
  const byte = readFileSync(path)[at] ?? 0;
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([byte ^ (1 << Math.floor(random() * 8))]), 0, 1, at);
  closeSync(file);
}
