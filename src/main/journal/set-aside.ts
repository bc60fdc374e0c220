import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../disk/atomic-file.ts';
import { exists, type FileLayer } from '../disk/file-layer.ts';

/** A name under which a broken file is kept, `<name>.broken-<time>`, that no file has yet. */
export async function asidePath(layer: FileLayer, path: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  for (let count = 0; ; count++) {
    const aside = join(dirname(path), `${basename(path)}.broken-${stamp}${count === 0 ? '' : `-${count}`}`);
    if (!(await exists(layer, aside))) return aside;
  }
}

/** Takes a broken file out of the way without losing it. Resolves to its new name. */
export async function setAside(layer: FileLayer, path: string, now: Date): Promise<string> {
  const aside = await asidePath(layer, path, now);
  await layer.rename(path, aside);
  await syncFolder(layer, dirname(path));
  return basename(aside);
}
