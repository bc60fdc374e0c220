import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type DatasetReading, faultLine } from '../core/formats/dataset-reading.ts';
import type { Format, SourceFile } from '../core/formats/format.ts';
import type { FormatFailure } from '../core/formats/format-failure.ts';
import { companionsOf } from '../core/formats/gather-files.ts';
import { readDatasetFiles } from '../core/formats/open-file.ts';
import type { ReadArticle } from '../core/formats/read-article.ts';
import { bestFormat, formatById } from '../core/formats/registry.ts';
import { isZip } from '../core/formats/unzip-files.ts';
import { type Surroundings, UsageError } from './command.ts';
import type { Fault } from './fault.ts';
import { gathered, isStandardInput } from './standard-streams.ts';
import { systemReason } from './system-reason.ts';

/** What came of reading a file. With faults of single items there is a dataset still. */
export interface Input {
  readonly file: string;
  readonly article?: ReadArticle;
  readonly dataset?: DatasetReading;
  readonly faults: readonly Fault[];
}

/** Reads a file with the format of the id `from`, else with the one that knows it best. Faults are in the result. @throws UsageError */
export async function readInput(
  file: string,
  from: Format | undefined,
  surroundings: Surroundings,
): Promise<Input> {
  let source: SourceFile;
  let companions: SourceFile[];
  try {
    const path = resolve(surroundings.folder, file);
    source = isStandardInput(file) ? await readStandardInput(from, surroundings) : await sourceFile(path);
    companions = isStandardInput(file) ? [] : await companionFiles(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return { file, faults: [{ file, reason: systemReason(error) }] };
  }
  const { bytes } = source;
  const format = from ?? bestFormat(source, canRead);
  const whole = ({ message, line }: FormatFailure) => ({ file, faults: [{ file, line, reason: message }] });
  const isFolder = from === undefined && isZip(bytes) && format?.recognise(source) !== 'content';
  if (isFolder || format?.datasets !== undefined) {
    const reading = isFolder
      ? await readDatasetFiles([source])
      : await (format?.datasets?.read(source, { companions }) ?? readDatasetFiles([source]));
    if (!reading.ok) return whole(reading.reason);
    const faults = reading.value.faults.map((fault) => ({
      file: fault.file === undefined ? file : join(isZip(bytes) ? file : dirname(file), fault.file),
      line: fault.line,
      reason: faultLine(fault),
    }));
    return { file, dataset: reading.value, faults };
  }
  if (format?.articles !== undefined) {
    const read = await format.articles.read(source);
    return read.ok ? { file, article: read.value, faults: [] } : whole(read.reason);
  }
  return { file, faults: [{ file, reason: 'no format reads this file' }] };
}

async function sourceFile(path: string): Promise<SourceFile> {
  return { name: basename(path), bytes: await bytesOf(path) };
}

async function readStandardInput(from: Format | undefined, { input }: Surroundings): Promise<SourceFile> {
  if (from === undefined) throw new UsageError('what comes on standard input has no name: say --from');
  return { name: `stdin${from.endings[0] ?? ''}`, bytes: await gathered(input()) };
}

/** Those of a file's companions that stand beside it. */
async function companionFiles(path: string): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const relative of companionsOf(basename(path))) {
    try {
      found.push({ name: relative, bytes: await bytesOf(resolve(dirname(path), relative)) });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return found;
}

/** The format that `--from` names. @throws UsageError when there is none that reads. */
export function readingFormat(id: string | undefined): Format | undefined {
  if (id === undefined) return undefined;
  const format = formatById(id);
  if (format === undefined) throw new UsageError(`there is no format “${id}”; “ascribe formats” lists them`);
  if (!canRead(format)) throw new UsageError(`“${id}” is a format that is not read`);
  return format;
}

/** True for formats of articles or datasets that can be read. */
export function canRead({ articles, datasets }: Format): boolean {
  return articles !== undefined || datasets !== undefined;
}

/** The file as plain bytes: some readers refuse Node's own kind. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
