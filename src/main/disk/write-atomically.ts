import { dirname, resolve } from 'node:path';
import { AtomicFile } from './atomic-file.ts';
import { errorCode, type FileLayer } from './file-layer.ts';

/** Permission bits of new files in the profile: the person's alone. */
export const privateMode = 0o600;

/**
 * Replaces a file's content in one step, or leaves it as it was. Symbolic links are followed, permissions kept.
 * @throws a Node file-system error, or `DiffersAfterWriting`
 */
export async function writeAtomically(layer: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const { target, mode } = await atomicTarget(layer, path, privateMode);
  const file = await AtomicFile.create(layer, AtomicFile.temporaryPath(dirname(target)), mode);
  try {
    await file.append(bytes);
  } catch (error) {
    await file.abandonAfter(error);
  }
  await file.commit(target);
}

/** Where the bytes really go, and with which permissions: those of the file that is there, else `newMode`. */
export async function atomicTarget(
  layer: FileLayer,
  path: string,
  newMode: number,
): Promise<{ target: string; mode: number }> {
  try {
    const target = await layer.realPath(path);
    return { target, mode: (await layer.facts(target)).mode };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  return { target: await followDangling(layer, path), mode: newMode };
}

/** A link to a file that is not there yet is to be filled, not replaced. */
async function followDangling(layer: FileLayer, path: string): Promise<string> {
  try {
    return resolve(dirname(path), await layer.linkTarget(path));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EINVAL') throw error;
    return path;
  }
}
