import { type Marker, markerSchema, markerText } from '../../core/profile/marker.ts';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';

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
  return Buffer.from(markerText(marker));
}
