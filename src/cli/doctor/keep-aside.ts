import { constants } from 'node:fs';
import { copyFile, open, rename, stat } from 'node:fs/promises';

/** Takes a file out of the way without losing it: the app calls those that it takes out of the way the same. */
export async function moveAside(path: string, now: Date): Promise<void> {
  await rename(path, await freeName(path, now));
}

/** Keeps a copy of a file that is about to be replaced; the copy is on the disk when this resolves. */
export async function copyAside(path: string, now: Date): Promise<void> {
  const aside = await freeName(path, now);
  await copyFile(path, aside, constants.COPYFILE_EXCL);
  const handle = await open(aside, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function freeName(path: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  for (let count = 0; ; count++) {
    const name = `${path}.broken-${stamp}${count === 0 ? '' : `-${count}`}`;
    const isTaken = await stat(name).then(
      () => true,
      () => false,
    );
    if (!isTaken) return name;
  }
}
