import { basename, join } from 'node:path';
import { readFailure } from '../disk/file-failure.ts';
import type { FileLayer } from '../disk/file-layer.ts';

/** So many files are taken from one folder. */
export const mostFilesInFolder = 2_000;
const deepest = 32;

/** Files below a folder, sorted by path, and what could not be looked into. */
interface Walk {
  readonly paths: readonly string[];
  readonly refused: readonly { name: string; message: string }[];
}

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Finds the files below a folder: those of each folder in natural order, then its folders. Names that begin with a dot are passed over, and so
 * is anything that is neither file nor folder. A folder reached twice (by a link) is entered once.
 */
export async function walkFolder(layer: FileLayer, root: string, most = mostFilesInFolder): Promise<Walk> {
  const paths: string[] = [];
  const refused: { name: string; message: string }[] = [];
  const entered = new Set<string>();
  let full = false;
  await enter(root, 0);
  const name = basename(root);
  if (full) {
    refused.push({
      name,
      message: `“${name}” has more than ${most} files: the first ${most} were opened. Open its folders one by one for the rest.`,
    });
  } else if (paths.length === 0 && refused.length === 0) {
    refused.push({ name, message: `“${name}” is a folder with no files in it.` });
  }
  return { paths, refused };

  async function enter(folder: string, depth: number): Promise<void> {
    if (full || depth > deepest) return;
    try {
      const real = await layer.realPath(folder);
      if (entered.has(real)) return;
      entered.add(real);
      const names = (await layer.list(folder)).filter((each) => !each.startsWith('.')).sort(byName.compare);
      const folders: string[] = [];
      for (const each of names) {
        const path = join(folder, each);
        const kind = await kindOf(path);
        if (kind === 'folder') folders.push(path);
        if (kind !== 'file') continue;
        full = paths.length === most;
        if (full) return;
        paths.push(path);
      }
      for (const path of folders) await enter(path, depth + 1);
    } catch (error) {
      const unread = basename(folder);
      refused.push({ name: unread, message: readFailure(error, unread).message });
    }
  }

  async function kindOf(path: string): Promise<'file' | 'folder' | 'other'> {
    try {
      return (await layer.facts(path)).kind;
    } catch (error) {
      refused.push({ name: basename(path), message: readFailure(error, basename(path)).message });
      return 'other';
    }
  }
}
