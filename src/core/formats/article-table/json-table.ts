import { failure, type Result, success } from '../../model/result.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { jsonRecords } from '../json/json-records.ts';
import { isObject } from '../json/metadata-values.ts';
import {
  type ArticleRow,
  type ArticleTable,
  longestSample,
  mostColumns,
  sampledRows,
} from './article-table.ts';

/** Objects of JSON, one a line or in a list, as a table: each key that one of them has is a column. */
export function jsonTable(file: SourceFile): Result<ArticleTable, FormatFailure> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  const opened = jsonRecords(file);
  if (!opened.ok) return opened;
  const names = new Set<string>();
  const samples: Readonly<Record<string, unknown>>[] = [];
  let rowCount = 0;
  for (const { value } of opened.value) {
    rowCount += 1;
    if (!value.ok || !isObject(value.value)) continue;
    for (const key of Object.keys(value.value)) names.add(key);
    if (samples.length < sampledRows) samples.push(value.value);
    if (names.size > mostColumns) {
      return unreadable(
        'too-complex',
        `The objects in “${file.name}” have more than ${mostColumns} different keys: they are no articles.`,
      );
    }
  }
  if (samples.length === 0)
    return unreadable('damaged', `“${file.name}” holds no objects of JSON that could be articles.`);
  const columns = [...names];
  return success({
    reader: 'article-lines@1',
    outline: {
      rowCount,
      columns: columns.map((name) => ({
        name,
        samples: samples.map((record) => cellOf(record, name).slice(0, longestSample)),
      })),
    },
    *rows(): Generator<ArticleRow> {
      let number = 0;
      for (const { value, line } of opened.value) {
        number += 1;
        yield { number, line, cells: rowOf(value, columns) };
      }
    },
  });
}

function rowOf(value: Result<unknown, string>, columns: readonly string[]): ArticleRow['cells'] {
  if (!value.ok) return value;
  const record = value.value;
  if (!isObject(record)) return failure('it is no object');
  return success(columns.map((name) => cellOf(record, name)));
}

/** Lists of texts as the texts with commas between them, whatever else is deeper as JSON writes it. */
function cellOf(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(record, name) ? record[name] : null;
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ');
  return JSON.stringify(value);
}
