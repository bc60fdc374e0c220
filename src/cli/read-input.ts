import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { columnRoleSchema, type TableChoice } from '../core/formats/article-table/column-roles.ts';
import { type DatasetReading, faultLine } from '../core/formats/dataset-reading.ts';
import type { Format, SourceFile } from '../core/formats/format.ts';
import type { FormatFailure } from '../core/formats/format-failure.ts';
import { companionsOf } from '../core/formats/gather-files.ts';
import type { OpenedPart } from '../core/formats/open-articles.ts';
import { readDatasetFiles, withRests } from '../core/formats/open-file.ts';
import type { ReadArticle } from '../core/formats/read-article.ts';
import { bestFormat, formatById, opensArticles } from '../core/formats/registry.ts';
import { isRest, restOf } from '../core/formats/rest-file-names.ts';
import { isZip } from '../core/formats/unzip-files.ts';
import { success } from '../core/model/result.ts';
import { type Surroundings, UsageError } from './command.ts';
import type { Fault } from './fault.ts';
import { gathered, isStandardInput } from './standard-streams.ts';
import { systemReason } from './system-reason.ts';
import { type ColumnsGiven, parseColumns, rolesOf } from './table-columns.ts';

/** What came of reading a file: the articles in it, or a dataset. With faults of single items there are others still. */
export interface Input {
  readonly file: string;
  readonly articles: readonly ReadArticle[];
  readonly dataset?: DatasetReading;
  readonly faults: readonly Fault[];
}

/** How inputs are to be read, where the command line says it. */
export interface InputOptions {
  /** The format of all of them. */
  readonly from: Format | undefined;
  /** What the columns of tables of articles hold. */
  readonly columns: ColumnsGiven | undefined;
}

/** The options that say how inputs are read. @throws UsageError */
export function inputOptions(options: { readonly from?: string; readonly columns?: string }): InputOptions {
  return { from: readingFormat(options.from), columns: parseColumns(options.columns) };
}

/** Their names, for `parseArguments`. */
export const inputOptionNames = ['from', 'columns'] as const;

/** What `--help` says of them. */
export const inputOptionHelp = [
  '  --from ID      read every input in this format instead of the one that its content or ending tells',
  '  --columns ROLE=COLUMN,…',
  '                 what the columns of tables of articles (CSV, TSV, JSON Lines) hold, as text=body,title=headline; without it their names tell.',
  `                 Roles: ${columnRoleSchema.options.join(', ')}`,
];

/** Reads a file with the format that the options name, else with the one that knows it best. Faults are in the result. @throws UsageError */
export async function readInput(
  file: string,
  options: InputOptions,
  surroundings: Surroundings,
): Promise<Input> {
  const { from } = options;
  let source: SourceFile;
  let companions: SourceFile[];
  let rests: SourceFile[];
  try {
    const path = resolve(surroundings.folder, file);
    source = isStandardInput(file) ? await readStandardInput(from, surroundings) : await sourceFile(path);
    companions = isStandardInput(file) ? [] : await filesBeside(path, companionsOf(basename(path)));
    rests = isStandardInput(file) || isRest(source) ? [] : await filesBeside(path, [restOf(basename(path))]);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return { file, articles: [], faults: [{ file, reason: systemReason(error) }] };
  }
  const format = from ?? bestFormat(source, canRead);
  if (
    format?.datasets !== undefined &&
    (from !== undefined || !isZip(source.bytes) || isSure(format, source))
  ) {
    const read = await format.datasets.read(source, { companions });
    const reading = read.ok ? success({ ...read.value, format: format.id }) : read;
    return datasetOf(file, source, await withRests(reading, rests));
  }
  // The reader takes the bytes, and may be asked again: for a table, or a ZIP that turns out to be a dataset.
  const copy = () => ({ name: source.name, bytes: source.bytes.slice() });
  const articles = await articlesOf(file, copy, options, surroundings);
  return articles ?? datasetOf(file, source, await readDatasetFiles([source]));
}

function isSure(format: Format, source: SourceFile): boolean {
  return format.recognise(source) === 'content';
}

function datasetOf(
  file: string,
  { bytes }: SourceFile,
  reading: Awaited<ReturnType<typeof readDatasetFiles>>,
): Input {
  if (!reading.ok) return { file, articles: [], faults: [faultOf(file, reading.reason)] };
  const faults = reading.value.faults.map((fault) => ({
    file: fault.file === undefined ? file : join(isZip(bytes) ? file : dirname(file), fault.file),
    line: fault.line,
    reason: faultLine(fault),
  }));
  return { file, articles: [], dataset: reading.value, faults };
}

function faultOf(file: string, { message, line }: FormatFailure): Fault {
  return { file, line, reason: message };
}

/** The articles in a file; undefined when it is a dataset. */
async function articlesOf(
  file: string,
  source: () => SourceFile,
  { columns, from }: InputOptions,
  { readArticles }: Surroundings,
): Promise<Input | undefined> {
  const format = from?.id;
  const articles: ReadArticle[] = [];
  const faults: Fault[] = [];
  const tables: { readonly member: string; readonly choice: TableChoice }[] = [];
  const take = async (parts: AsyncIterable<OpenedPart>): Promise<boolean> => {
    for await (const { content, total } of parts) {
      if (content.kind === 'table') {
        const roles = rolesOf(content.outline, columns);
        const names = content.outline.columns.map(({ name }) => name);
        if (roles.ok) tables.push({ member: content.member, choice: { columns: names, roles: roles.value } });
        else faults.push({ file, reason: roles.reason });
      } else if (content.read.ok) articles.push(content.read.value);
      else if (content.read.reason.code === 'is-dataset' && total === 1) return false;
      else faults.push(faultOf(file, content.read.reason));
    }
    return true;
  };
  if (!(await take(readArticles(source(), { format })))) return undefined;
  for (const { member, choice } of tables)
    await take(readArticles(source(), { format, member, tables: [choice] }));
  return { file, articles, faults };
}

async function sourceFile(path: string): Promise<SourceFile> {
  return { name: basename(path), bytes: await bytesOf(path) };
}

async function readStandardInput(from: Format | undefined, { input }: Surroundings): Promise<SourceFile> {
  if (from === undefined) throw new UsageError('what comes on standard input has no name: say --from');
  return { name: `stdin${from.endings[0] ?? ''}`, bytes: await gathered(input()) };
}

/** Those of the files, by their paths from where a file stands, that are there. */
async function filesBeside(path: string, names: readonly string[]): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const relative of names) {
    try {
      found.push({ name: relative, bytes: await bytesOf(resolve(dirname(path), relative)) });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return found;
}

/** The format that `--from` names. @throws UsageError when there is none that reads. */
function readingFormat(id: string | undefined): Format | undefined {
  if (id === undefined) return undefined;
  const format = formatById(id);
  if (format === undefined) throw new UsageError(`there is no format “${id}”; “ascribe formats” lists them`);
  if (!canRead(format)) throw new UsageError(`“${id}” is a format that is not read`);
  return format;
}

/** True for formats of articles or datasets that can be read. */
export function canRead(format: Format): boolean {
  return opensArticles(format) || format.datasets !== undefined;
}

/** The file as plain bytes: some readers refuse Node's own kind. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
