import { stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import type { WritingFormat } from '../core/formats/packing.ts';
import { UsageError } from './command.ts';
import { isStandardOutput } from './standard-streams.ts';

/** Where a dataset is written. */
export interface Destination {
  readonly kind: 'file' | 'folder' | 'standard output';
  /** As the person named it. */
  readonly named: string;
  /** Absolute; of no meaning for standard output. */
  readonly path: string;
  /** The name without folders and ending, after which a project can be named. */
  readonly name: string;
}

/** The destination that `--out` names. A folder is an existing one, or a new one for a format that comes in several files. @throws UsageError */
export async function destinationOf(
  named: string,
  format: WritingFormat,
  folder: string,
): Promise<Destination> {
  if (isStandardOutput(named)) return { kind: 'standard output', named, path: named, name: 'dataset' };
  const path = resolve(folder, named);
  const parent = await stat(dirname(path)).catch(() => undefined);
  if (parent?.isDirectory() !== true) throw new UsageError(`the folder of ${named} does not exist`);
  const kind = (await isFolder(format, path, named)) ? 'folder' : 'file';
  return { kind, named, path, name: basename(path, extname(path)) };
}

async function isFolder({ writer, name, endings }: WritingFormat, path: string, named: string) {
  const existing = await stat(path).catch(() => undefined);
  if ('write' in writer) {
    if (existing?.isDirectory() === true) throw new UsageError(`${named} is a folder; ${name} is one file`);
    return false;
  }
  if (existing !== undefined) return existing.isDirectory();
  const lower = path.toLowerCase();
  return ![...endings, '.zip'].some((ending) => lower.endsWith(ending));
}
