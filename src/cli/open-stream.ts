import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { DatasetStream } from '../core/formats/dataset-stream.ts';
import type { DatasetReader, Format } from '../core/formats/format.ts';
import { bestFormat } from '../core/formats/registry.ts';
import { failure, type Result } from '../core/model/result.ts';
import type { Surroundings } from './command.ts';
import type { Fault } from './fault.ts';
import { canRead } from './read-input.ts';
import { isStandardInput } from './standard-streams.ts';
import { systemReason } from './system-reason.ts';

/** How much of a file is looked at to tell its format, in bytes. */
const recognisedBy = 64 * 1024;

/**
 * Opens a file for reading it article by article, with the format `from` or the one that knows it best. Undefined when that format cannot, or the
 * file cannot be looked at: it is then read as a whole, which says why.
 */
export async function openStream(
  file: string,
  from: Format | undefined,
  surroundings: Surroundings,
): Promise<Result<DatasetStream, Fault> | undefined> {
  const path = resolve(surroundings.folder, file);
  const isStandard = isStandardInput(file);
  const format = from ?? (isStandard ? undefined : await formatOf(path));
  const stream: DatasetReader['stream'] = format?.datasets?.stream;
  if (stream === undefined) return undefined;
  try {
    const chunks = isStandard ? surroundings.input() : createReadStream(path, { highWaterMark: 1024 * 1024 });
    const opened = await stream(basename(file), chunks);
    if (opened.ok) return opened;
    const { message, line } = opened.reason;
    return failure({ file, line, reason: message });
  } catch (error) {
    return failure({ file, reason: systemReason(error) });
  }
}

async function formatOf(path: string): Promise<Format | undefined> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(recognisedBy), 0, recognisedBy, 0);
      return bestFormat({ name: basename(path), bytes: buffer.subarray(0, bytesRead) }, canRead);
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
