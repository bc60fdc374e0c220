import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const fileTypeMask = 0o170000;
const symlinkType = 0o120000;

/**
 * Unpacks a zip archive into `folder`, keeping permission bits and symbolic links, one entry at a time.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} [place] where an entry goes, relative to `folder`; undefined leaves it out
 * @throws {Error} on a damaged archive, or an entry that would leave `folder`
 */
export async function unzip(archive, folder, place = (name) => name) {
  // Loaded here: this module is imported before the dependencies are installed.
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = place(entry.fileName);
      if (name === undefined) continue;
      const target = join(folder, name);
      if (!target.startsWith(folder + sep))
        throw new Error(`${archive} holds an entry outside of itself: ${name}`);
      if (name.endsWith('/')) {
        await mkdir(target, { recursive: true });
        continue;
      }
      await mkdir(dirname(target), { recursive: true });
      const mode = entry.externalFileAttributes >>> 16;
      const stream = await zip.openReadStreamPromise(entry);
      if ((mode & fileTypeMask) === symlinkType) await symlink(await text(stream), target);
      else await pipeline(stream, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
    }
  } finally {
    zip.close();
  }
}
