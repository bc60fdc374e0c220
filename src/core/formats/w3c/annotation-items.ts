import { failure, type Result, success } from '../../model/result.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { jsonRecords } from '../json/json-records.ts';
import { parseJsonRange } from '../json/parse-json-range.ts';
import { type ByteRange, outlineOf } from '../json-outline.ts';
import { LineCount } from '../line-count.ts';

/** An annotation as it stands in a file, or the reason, as a clause, why it cannot be parsed. */
export interface AnnotationItem {
  readonly value: Result<unknown, string>;
  readonly line: number;
}

/** What a file holds: annotations, and the collection that they are in, without them. */
export interface AnnotationItems {
  readonly items: Iterable<AnnotationItem>;
  readonly count: number;
  /** Of a collection or page; undefined for a list of annotations, lines, or a single one. */
  readonly collection?: Readonly<Record<string, unknown>>;
  /** True when the file is one annotation. */
  readonly isSingle: boolean;
}

/**
 * The annotations of a file: a collection with its first page in it, a page, a list, lines, or a single annotation. They are parsed one by one.
 */
export function annotationItems(file: SourceFile): Result<AnnotationItems, FormatFailure> {
  const opened = jsonRecords(file);
  if (!opened.ok) return opened;
  const records = opened.value;
  if (records.layout !== 'object') return success({ items: records, count: records.count, isSingle: false });
  const { bytes } = records;
  const parts = collectionParts(bytes, { start: 0, end: bytes.length });
  if (!parts.ok) {
    const { line, reason } = parts.reason;
    return unreadable('damaged', `“${file.name}” is not sound JSON: in line ${line}, ${reason}.`, line);
  }
  if (parts.value === undefined) return success({ items: records, count: 1, isSingle: true });
  const { collection, ranges } = parts.value;
  return success({ items: itemsAt(bytes, ranges), count: ranges.length, collection, isSingle: false });
}

interface CollectionParts {
  readonly collection: Readonly<Record<string, unknown>>;
  readonly ranges: readonly ByteRange[];
}

/** A collection’s or page’s members without the items, and where these are; undefined for what is neither. */
function collectionParts(
  bytes: Uint8Array,
  range: ByteRange,
): Result<CollectionParts | undefined, { readonly line: number; readonly reason: string }> {
  const outline = outlineOf(bytes, range, ['items']);
  if (!outline.ok) return outline;
  const ranges = [...(outline.value.lists.get('items') ?? [])];
  const values: [string, unknown][] = [];
  for (const [name, place] of outline.value.members) {
    if (name === 'items') continue;
    if (name === 'first' && bytes[place.start] === 0x7b) {
      const page = collectionParts(bytes, place);
      if (!page.ok) return page;
      for (const item of page.value?.ranges ?? []) ranges.push(item);
      values.push([name, page.value?.collection ?? {}]);
      continue;
    }
    const value = parseJsonRange(bytes, place);
    if (!value.ok) return failure({ line: new LineCount(bytes).at(place.start), reason: value.reason });
    if (name !== '__proto__') values.push([name, value.value]);
  }
  const collection = Object.fromEntries(values);
  const types = [collection.type ?? collection['@type']].flat();
  const isCollection = types.some((type) => type === 'AnnotationCollection' || type === 'AnnotationPage');
  return success(isCollection ? { collection, ranges } : undefined);
}

function* itemsAt(bytes: Uint8Array, ranges: readonly ByteRange[]): Generator<AnnotationItem> {
  const lines = new LineCount(bytes);
  for (const range of ranges) yield { value: parseJsonRange(bytes, range), line: lines.at(range.start) };
}
