import { join } from 'node:path';
import { temporaryName } from './atomic-file.ts';
import { errorCode, type FileLayer } from './file-layer.ts';

/** Removes the temporary files that a killed process left in a folder of ours. A folder that is not there has none. */
export async function removeTemporaries(layer: FileLayer, folder: string): Promise<void> {
  for (const name of await namesIn(layer, folder)) {
    if (!temporaryName.test(name)) continue;
    await layer.remove(join(folder, name)).catch((error) => {
      // Somebody else was quicker.
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }
}

/** Names in a folder; none when it is not there. */
export async function namesIn(layer: FileLayer, folder: string): Promise<string[]> {
  try {
    return await layer.list(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
