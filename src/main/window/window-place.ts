import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { Log } from '../log/log.ts';

const placeSchema = z.strictObject({
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  maximized: z.boolean(),
});

/** Where the window was, when it was last closed. */
export type WindowPlace = Readonly<z.infer<typeof placeSchema>>;

/** Undefined when there is none that can be read: the window then opens in the usual place. */
export async function readWindowPlace(layer: FileLayer, folder: string): Promise<WindowPlace | undefined> {
  try {
    return placeSchema.parse(
      JSON.parse(Buffer.from(await readWhole(layer, pathIn(folder))).toString('utf8')),
    );
  } catch {
    return undefined;
  }
}

export async function writeWindowPlace(
  layer: FileLayer,
  folder: string,
  place: WindowPlace,
  log: Log,
): Promise<void> {
  try {
    await writeAtomically(layer, pathIn(folder), Buffer.from(JSON.stringify(place)));
  } catch (error) {
    log.warning(`window: its place could not be kept (${errorCode(error) ?? error})`);
  }
}

function pathIn(folder: string): string {
  return join(folder, 'window.json');
}
