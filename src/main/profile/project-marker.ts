import { z } from 'zod';
import { identifierSchema } from '../../core/model/identifier.ts';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';

/** What this version of Ascribe writes. A profile with a higher one is shown and not changed. */
export const dataVersion = 3;

/** A project's id is the name of its journal's folder as well. */
export const projectIdPattern = /^[\w-]+$/;

const markerSchema = z.object({
  format: z.literal('ascribe-profile'),
  dataVersion: z.int().positive(),
  projectId: identifierSchema.regex(projectIdPattern),
  /** Which of the project's databases is in use. */
  generation: z.int().positive(),
  createdAt: z.iso.datetime(),
  /** When the project was last made the open one; left out by versions that had only one. */
  openedAt: z.iso.datetime().optional(),
});
export type Marker = Readonly<z.infer<typeof markerSchema>>;

/** Each project's folder has a copy of the marker under this name, as it was when the project was last the open one. */
export const copyName = 'project.json';

/** A marker that cannot be read, for whatever reason, counts as broken. */
export async function readMarker(layer: FileLayer, path: string): Promise<Marker | 'missing' | 'broken'> {
  return await readMarkerFile(layer, path).catch(() => 'broken' as const);
}

/** @throws a Node file-system error of any kind that may pass */
export async function readMarkerFile(layer: FileLayer, path: string): Promise<Marker | 'missing' | 'broken'> {
  let bytes: Uint8Array;
  try {
    bytes = await readWhole(layer, path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'missing';
    throw error;
  }
  try {
    return markerSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return 'broken';
  }
}

export function markerBytes(marker: Marker): Buffer {
  return Buffer.from(`${JSON.stringify(marker, null, 2)}\n`);
}

export function newMarker(projectId: string, generation: number, now: Date): Marker {
  const at = now.toISOString();
  return { format: 'ascribe-profile', dataVersion, projectId, generation, createdAt: at, openedAt: at };
}

/** A number that no database can have: the store is then rebuilt from the journal instead of an old one being taken for it. */
export function unusedGeneration(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
