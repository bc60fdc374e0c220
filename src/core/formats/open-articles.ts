import type { Result } from '../model/result.ts';
import { zipEntries } from '../zip/zip-entries.ts';
import { chosenRoles, type TableChoice, type TableOutline } from './article-table/column-roles.ts';
import type { ArticleReadingOptions, SourceFile } from './format.ts';
import { type FormatFailure, unreadable } from './format-failure.ts';
import { fileGroups } from './gather-files.ts';
import { datasetFormatOf, readArticle, refuseDataset } from './open-file.ts';
import type { ReadArticle } from './read-article.ts';
import { bestFormat, formatById, opensArticles } from './registry.ts';
import { isZip, unzipFiles } from './unzip-files.ts';

/** How a file is to be read that may hold many articles. */
export interface OpeningOptions extends ArticleReadingOptions {
  /** What columns hold, of tables that have just those. */
  readonly tables?: readonly TableChoice[] | undefined;
  /** Id of the format to read with, whatever the content or name tells. */
  readonly format?: string | undefined;
  /** Of a ZIP the one file of this name; all without it. */
  readonly member?: string | undefined;
}

/** One of the things that stand in a file. `done` of `total` are known when it comes. */
export interface OpenedPart {
  /** For the person: the file’s name, within a ZIP with that one’s before it. */
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly content:
    | {
        readonly kind: 'article';
        readonly read: Result<ReadArticle, FormatFailure>;
        readonly file?: SourceFile;
      }
    /** Its rows are articles, but of its columns is not said what they hold. */
    | { readonly kind: 'table'; readonly member: string; readonly outline: TableOutline };
}

/** A ZIP with one of these names is a document that one program or another reads, not a folder. */
const documentParts = ['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml', 'META-INF/container.xml'];

/** True for a ZIP that is a folder of files, and no format’s own. */
function isFolder(file: SourceFile): boolean {
  if (!isZip(file.bytes)) return false;
  const format = bestFormat(file, (each) => opensArticles(each) || each.datasets !== undefined);
  if (format?.recognise(file) === 'content') return false;
  const entries = zipEntries(file.bytes);
  return !entries.ok || !entries.value.some(({ name }) => documentParts.includes(name));
}

/**
 * All articles in a file, each as soon as it is read: that of a document, those of the rows of a table, those of the files in a ZIP. What cannot be read is
 * among them with its failure, and leaves the others be.
 */
export async function* readArticles(
  file: SourceFile,
  options: OpeningOptions = {},
): AsyncGenerator<OpenedPart> {
  if (options.format !== undefined || !isFolder(file)) {
    yield* readOne(file, options);
    return;
  }
  const unzipped = unzipFiles(file.bytes, (name) => options.member === undefined || name === options.member);
  if (!unzipped.ok) {
    const reason = `“${file.name}” cannot be unpacked: ${unzipped.reason}. Try another copy of the file.`;
    yield alone(file.name, unreadable('damaged', reason));
    return;
  }
  const groups = fileGroups(unzipped.value).map((group) => group.file);
  const datasets = groups.filter(isDataset);
  if (groups.length === 0) {
    yield alone(file.name, unreadable('empty', `“${file.name}” holds no files.`));
    return;
  }
  if (datasets.length > 0 && datasets.length * 2 >= groups.length) {
    yield alone(file.name, refuseDataset(file.name, datasetFormatOf(datasets[0] ?? file)?.name ?? ''));
    return;
  }
  yield* readMembers(file.name, groups, options);
}

async function* readMembers(
  folder: string,
  files: readonly SourceFile[],
  options: OpeningOptions,
): AsyncGenerator<OpenedPart> {
  for (const [done, file] of files.entries()) {
    const name = `${folder} › ${file.name}`;
    if (isZip(file.bytes) && isFolder(file)) {
      const reason = `“${file.name}” is a ZIP within “${folder}”. Unpack that first, then open this one.`;
      yield { ...alone(name, unreadable('cannot-read', reason)), done, total: files.length };
      continue;
    }
    for await (const part of readOne(file, options, name)) {
      const share = part.total === 0 ? 0 : part.done / part.total;
      yield { ...part, name, done: Math.floor(done + share), total: files.length };
    }
  }
}

async function* readOne(
  file: SourceFile,
  options: OpeningOptions,
  name: string = file.name,
): AsyncGenerator<OpenedPart> {
  const { tables: choices = [], member: _, format: id, ...reading } = options;
  const named = id === undefined ? undefined : formatById(id);
  const format = named ?? (isDataset(file) ? undefined : bestFormat(file, opensArticles));
  if (format?.tables === undefined) {
    yield alone(
      name,
      (await named?.articles?.read(file, reading)) ?? (await readArticle(file, reading)),
      file,
    );
    return;
  }
  const opened = await format.tables.open(file, reading);
  if (!opened.ok) {
    yield alone(name, opened);
    return;
  }
  const { outline } = opened.value;
  const roles = chosenRoles(
    outline.columns.map((column) => column.name),
    choices,
  );
  if (roles === undefined) {
    yield { name, done: 0, total: 1, content: { kind: 'table', member: file.name, outline } };
    return;
  }
  const { articleOfRow } = await import('./article-table/row-article.ts');
  const base = file.name.slice(file.name.lastIndexOf('/') + 1);
  for (const row of opened.value.rows()) {
    const read = articleOfRow(base, opened.value, row, roles);
    yield { name, done: row.number - 1, total: outline.rowCount, content: { kind: 'article', read } };
  }
}

function isDataset(file: SourceFile): boolean {
  return datasetFormatOf(file)?.recognise(file) === 'content';
}

function alone(name: string, read: Result<ReadArticle, FormatFailure>, file?: SourceFile): OpenedPart {
  return { name, done: 0, total: 1, content: { kind: 'article', read, ...(file !== undefined && { file }) } };
}
