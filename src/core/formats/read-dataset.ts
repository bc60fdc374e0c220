import { failure, type Result, success } from '../model/result.ts';
import type { DatasetFault, DatasetReading } from './dataset-reading.ts';
import type { DatasetArticle } from './dataset-schema.ts';
import type { SourceFile } from './format.ts';
import { type FormatFailure, unreadable } from './format-failure.ts';
import { type ByteRange, type JsonFault, lineAt, outlineOf } from './json-outline.ts';
import { LineCount } from './line-count.ts';
import { type ArticleFault, newReadingContext, readDatasetArticle } from './read-dataset-article.ts';
import { readDatasetHead } from './read-dataset-head.ts';
import { UnknownKeys } from './unknown-keys.ts';

/** Articles between two words on progress. */
const progressEvery = 20;

/**
 * Reads a native dataset: all of its items that are sound, and a fault for each that is not. Articles are parsed one by one, so that the file may be larger
 * than the longest string. Fails only where the file as a whole is not such a dataset.
 * @param progress hears how many of how many articles were read.
 */
export function readDataset(
  file: SourceFile,
  progress?: (done: number, total: number) => void,
): Result<DatasetReading, FormatFailure> {
  if (file.bytes.length === 0) return unreadable('empty', `“${file.name}” is empty.`);
  const whole = { start: hasByteOrderMark(file.bytes) ? 3 : 0, end: file.bytes.length };
  let wholeChecked: ReturnType<typeof outlineOf> | undefined;
  const checked = () => {
    wholeChecked ??= outlineOf(file.bytes, whole, ['articles']);
    return wholeChecked;
  };
  const skimmed = outlineOf(file.bytes, whole, ['articles'], 'skimmed');
  const outlined = skimmed.ok ? skimmed : checked();
  if (!outlined.ok) return notJson(file.name, outlined.reason);
  const { members, lists } = outlined.value;
  const values: Record<string, unknown> = {};
  for (const [name, range] of members) {
    if (name === 'articles' || name === '__proto__') continue;
    const value = parseRange(file.bytes, range);
    if (!value.ok) {
      const cause = checked();
      return notJson(file.name, cause.ok ? value.reason : cause.reason);
    }
    values[name] = value.value;
  }
  const unknownKeys = new UnknownKeys();
  const headReading = readDatasetHead(file.name, values, unknownKeys);
  if (!headReading.ok) return headReading;
  const ranges = lists.get('articles');
  if (ranges === undefined) {
    return unreadable(
      'not-a-dataset',
      `“${file.name}” has no list named "articles", so there is nothing to read.`,
    );
  }
  const { head } = headReading.value;
  const faults: DatasetFault[] = [...headReading.value.faults];
  const articles: DatasetArticle[] = [];
  const context = newReadingContext(unknownKeys);
  const lines = new LineCount(file.bytes);
  for (const [i, range] of ranges.entries()) {
    if (i % progressEvery === 0) progress?.(i, ranges.length);
    const value = parseRange(file.bytes, range);
    if (!value.ok) {
      const cause = checked();
      if (!cause.ok) return notJson(file.name, cause.reason);
      const { line, reason } = value.reason;
      faults.push({ effect: 'refused', item: 'article', id: `#${i + 1}`, line, reason });
      continue;
    }
    const read = readDatasetArticle(value.value, i, context);
    if (read.article !== undefined) articles.push(read.article);
    faults.push(...withLines(file.bytes, range, read.faults, lines));
  }
  return success({ dataset: { ...head, articles }, faults, unknownKeys: unknownKeys.counted() });
}

function notJson(fileName: string, { line, reason }: JsonFault) {
  return unreadable('damaged', `“${fileName}” is not sound JSON: in line ${line}, ${reason}.`, line);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseRange(bytes: Uint8Array, { start, end }: ByteRange): Result<unknown, JsonFault> {
  try {
    return success(JSON.parse(utf8.decode(bytes.subarray(start, end))));
  } catch {
    return failure({
      offset: start,
      line: lineAt(bytes, start),
      reason: 'it is not UTF-8, or longer than can be read',
    });
  }
}

/** The faults with the lines that they stand on: found only when there are faults, by a second look at the article. */
function withLines(
  bytes: Uint8Array,
  range: ByteRange,
  faults: readonly ArticleFault[],
  lines: LineCount,
): DatasetFault[] {
  if (faults.length === 0) return [];
  const outlined = outlineOf(bytes, range, ['spans', 'relations']);
  const lists = outlined.ok ? outlined.value.lists : new Map<string, ByteRange[]>();
  return faults.map(({ list, index, ...fault }) => {
    const place = list === undefined ? undefined : lists.get(list)?.[index ?? 0];
    return { ...fault, line: lines.at((place ?? range).start) };
  });
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
