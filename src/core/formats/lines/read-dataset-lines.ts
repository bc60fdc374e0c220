import { failure, type Result, success } from '../../model/result.ts';
import type { DatasetFault, DatasetReading } from '../dataset-reading.ts';
import { type DatasetArticle, datasetLinesFormat } from '../dataset-schema.ts';
import type { DatasetStream, StreamedArticle } from '../dataset-stream.ts';
import type { DatasetReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { longestRecord, parseJsonRange, tooLong } from '../json/parse-json-range.ts';
import { newReadingContext, type ReadingContext, readDatasetArticle } from '../read-dataset-article.ts';
import { type HeadReading, readDatasetHead } from '../read-dataset-head.ts';
import { TakenIds } from '../taken-ids.ts';
import { UnknownKeys } from '../unknown-keys.ts';
import { type ByteLine, byteLines } from './byte-lines.ts';

/** Articles between two words on progress. */
const progressEvery = 20;
/** Ids of spans, and of relations, take up to 128 MB each. */
const idSlots = 2 ** 24;

/** Reads a dataset in lines piece by piece. */
export function streamDatasetLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Result<DatasetStream, FormatFailure>> {
  const context = newReadingContext(new UnknownKeys());
  return openLines(name, chunks, {
    ...context,
    spanIds: new TakenIds(idSlots),
    relationIds: new TakenIds(idSlots),
  });
}

/** Reads a dataset in lines as a whole. */
export async function readDatasetLines(
  { name, bytes }: SourceFile,
  options?: DatasetReadingOptions,
): Promise<Result<DatasetReading, FormatFailure>> {
  const opened = await openLines(name, once(bytes), newReadingContext(new UnknownKeys()));
  if (!opened.ok) return opened;
  const stream = opened.value;
  const articles: DatasetArticle[] = [];
  const faults: DatasetFault[] = [...stream.faults];
  const total = options?.progress === undefined ? 0 : lineCount(bytes) - 1;
  let done = 0;
  for await (const { article, faults: own } of stream.articles) {
    if (done % progressEvery === 0) options?.progress?.(done, total);
    done += 1;
    if (article !== undefined) articles.push(article);
    for (const fault of own) faults.push(fault);
  }
  return success({ dataset: { ...stream.head, articles }, faults, unknownKeys: stream.unknownKeys() });
}

async function openLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  context: ReadingContext,
): Promise<Result<DatasetStream, FormatFailure>> {
  const lines = byteLines(chunks, longestRecord);
  const head = await readHead(name, lines, context);
  if (!head.ok) {
    await lines.return(undefined);
    return head;
  }
  return success({
    ...head.value,
    articles: articlesOf(lines, context),
    unknownKeys: () => context.unknownKeys.counted(),
  });
}

async function readHead(
  name: string,
  lines: AsyncGenerator<ByteLine>,
  { unknownKeys }: ReadingContext,
): Promise<Result<HeadReading & Pick<DatasetStream, 'head' | 'faults'>, FormatFailure>> {
  const line = await firstLine(lines);
  if (line === undefined) return unreadable('empty', `“${name}” is empty.`);
  const value = parsedLine(line);
  if (!value.ok) {
    const { number } = line;
    return unreadable('damaged', `“${name}” is not sound: in line ${number}, ${value.reason}.`, number);
  }
  const members = typeof value.value === 'object' && value.value !== null ? { ...value.value } : {};
  return readDatasetHead(name, members, unknownKeys, datasetLinesFormat);
}

/** The first line that says anything, without a byte order mark. */
async function firstLine(lines: AsyncGenerator<ByteLine>): Promise<ByteLine | undefined> {
  for (;;) {
    const next = await lines.next();
    if (next.done === true) return undefined;
    const { number, bytes } = next.value;
    const isMarked = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const line = { number, bytes: isMarked ? bytes.subarray(3) : bytes };
    if (!isBlank(line)) return line;
  }
}

async function* articlesOf(
  lines: AsyncGenerator<ByteLine>,
  context: ReadingContext,
): AsyncGenerator<StreamedArticle> {
  let index = 0;
  for await (const line of lines) {
    if (isBlank(line)) continue;
    yield articleOf(line, index, context);
    index += 1;
  }
}

function articleOf(line: ByteLine, index: number, context: ReadingContext): StreamedArticle {
  const value = parsedLine(line);
  if (!value.ok) {
    const id = `#${index + 1}`;
    const fault = {
      effect: 'refused',
      item: 'article',
      id,
      line: line.number,
      reason: value.reason,
    } as const;
    return { article: undefined, faults: [fault] };
  }
  const { article, faults } = readDatasetArticle(value.value, index, context);
  return {
    article,
    faults: faults.map(({ list: _, index: __, ...fault }) => ({ ...fault, line: line.number })),
  };
}

function parsedLine({ bytes }: ByteLine): Result<unknown, string> {
  return bytes === undefined ? failure(tooLong) : parseJsonRange(bytes, { start: 0, end: bytes.length });
}

function isBlank({ bytes }: ByteLine): boolean {
  return bytes?.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d) ?? false;
}

function lineCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
