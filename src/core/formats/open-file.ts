import { type Result, success } from '../model/result.ts';
import type { DatasetReading } from './dataset-reading.ts';
import type { ArticleReadingOptions, DatasetReadingOptions, SourceFile } from './format.ts';
import { type FormatFailure, unreadable } from './format-failure.ts';
import { fileGroups } from './gather-files.ts';
import { joinReadings } from './join-readings.ts';
import type { ReadArticle } from './read-article.ts';
import { bestFormat, formatById } from './registry.ts';
import { isRest } from './rest-file-names.ts';
import { restoreRest } from './restore-rest.ts';
import { isZip, unzipFiles } from './unzip-files.ts';

/** Reads a file as an article with the format that knows it best. A dataset is refused, with a word on how to import it. */
export async function readArticle(
  file: SourceFile,
  options?: ArticleReadingOptions,
): Promise<Result<ReadArticle, FormatFailure>> {
  const dataset = datasetFormatOf(file);
  if (dataset?.recognise(file) === 'content') return refuseDataset(file.name, dataset.name);
  const reader = bestFormat(file, ({ articles }) => articles !== undefined)?.articles;
  if (reader === undefined)
    return unreadable('cannot-read', `“${file.name}” is in no format that can be opened here.`);
  return reader.read(file, options);
}

/** What opening says of a dataset of the format of that name. */
export function refuseDataset(fileName: string, formatName: string) {
  return unreadable(
    'is-dataset',
    `“${fileName}” is a dataset (${formatName}), not an article. Import it instead: File › Import dataset….`,
  );
}

/**
 * Reads files that came together as one dataset, each with the format that knows it best. A ZIP is what stands in it, unless it is a
 * format of its own. Files that are no datasets are passed over where others are; what lies beside as the rest of a dataset is put back into it.
 */
export async function readDatasetFiles(
  files: readonly SourceFile[],
  options?: Pick<DatasetReadingOptions, 'progress'>,
): Promise<Result<DatasetReading, FormatFailure>> {
  const [first] = files;
  const unpacked = files.length === 1 && first !== undefined ? unzipped(first) : success(files);
  if (!unpacked.ok) return unpacked;
  const rests = unpacked.value.filter(isRest);
  if (rests.length > 0 && rests.length < unpacked.value.length) {
    const others = unpacked.value.filter((file) => !isRest(file));
    return withRests(await readGroups(others, options), rests);
  }
  return readGroups(unpacked.value, options);
}

/** The reading with all put back that lies beside it, in files that `isRest` knows. */
export async function withRests(
  reading: Result<DatasetReading, FormatFailure>,
  rests: readonly SourceFile[],
): Promise<Result<DatasetReading, FormatFailure>> {
  const holds = reading.ok ? formatById(reading.value.format ?? '')?.writer?.holds : undefined;
  if (!reading.ok || holds === undefined) return reading;
  let { dataset } = reading.value;
  for (const file of rests) {
    const rest = await readDatasetFile(file);
    if (!rest.ok) return rest;
    dataset = restoreRest(dataset, rest.value.dataset, holds);
  }
  return success({ ...reading.value, dataset });
}

async function readGroups(
  files: readonly SourceFile[],
  options?: Pick<DatasetReadingOptions, 'progress'>,
): Promise<Result<DatasetReading, FormatFailure>> {
  const [first] = files;
  const groups = fileGroups(files);
  const readings: DatasetReading[] = [];
  let refused: Result<never, FormatFailure> | undefined;
  for (const { file, companions } of groups) {
    const read = await readDatasetFile(file, { ...options, companions });
    if (read.ok) readings.push(read.value);
    else if (groups.length === 1 || read.reason.code !== 'not-a-dataset') return read;
    else refused ??= read;
  }
  if (readings.length > 0) return success(joinReadings(readings));
  return refused ?? unreadable('empty', `“${first?.name ?? 'It'}” holds no files.`);
}

function unzipped(file: SourceFile): Result<readonly SourceFile[], FormatFailure> {
  if (!isZip(file.bytes) || datasetFormatOf(file)?.recognise(file) === 'content') return success([file]);
  const files = unzipFiles(file.bytes);
  if (files.ok) return files;
  return unreadable(
    'damaged',
    `“${file.name}” cannot be unpacked: ${files.reason}. Try another copy of the file.`,
  );
}

/** Reads a file as a dataset with the format that knows it best. */
export async function readDatasetFile(
  file: SourceFile,
  options?: DatasetReadingOptions,
): Promise<Result<DatasetReading, FormatFailure>> {
  if (file.bytes.length === 0 && !options?.companions?.length)
    return unreadable('empty', `“${file.name}” is empty.`);
  const format = datasetFormatOf(file);
  if (format?.datasets === undefined) {
    return unreadable(
      'not-a-dataset',
      `“${file.name}” is not a dataset. To read it as an article, open it: File › Open….`,
    );
  }
  const reading = await format.datasets.read(file, options);
  return reading.ok ? success({ ...reading.value, format: format.id }) : reading;
}

/** The format of datasets that knows the file best. */
export function datasetFormatOf(file: SourceFile) {
  return bestFormat(file, ({ datasets }) => datasets !== undefined);
}
