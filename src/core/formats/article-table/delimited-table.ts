import { type Result, success } from '../../model/result.ts';
import { delimiterOf } from '../csv/csv-head.ts';
import { delimitedRows } from '../delimited-text.ts';
import { decodeFile } from '../extraction/decode-file.ts';
import type { ArticleReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { type ArticleTable, longestSample, mostColumns, sampledRows } from './article-table.ts';

/** A table in text: names of columns in its first row, commas, semicolons or tabs between its cells (RFC 4180). */
export function delimitedTable(
  file: SourceFile,
  options?: ArticleReadingOptions,
): Result<ArticleTable, FormatFailure> {
  const decoded = decodeFile(file, { encoding: options?.encoding });
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const read = delimitedRows(text, delimiterOf(text));
  if (!read.ok) {
    const { line, reason } = read.reason;
    return unreadable('damaged', `“${file.name}” is not a sound table: in line ${line}, ${reason}.`, line);
  }
  const [head, ...rows] = read.value;
  if (head === undefined || rows.length === 0)
    return unreadable('empty', `“${file.name}” has no rows under the names of its columns.`);
  const names = head.fields.map((name) => name.trim());
  if (names.length > mostColumns) {
    return unreadable(
      'too-complex',
      `“${file.name}” has ${names.length} columns: it is no table of articles.`,
    );
  }
  const cells = (fields: readonly string[]) => names.map((_, at) => fields[at] ?? '');
  return success({
    reader: 'article-table@1',
    outline: {
      rowCount: rows.length,
      columns: names.map((name, at) => ({
        name,
        samples: rows.slice(0, sampledRows).map(({ fields }) => (fields[at] ?? '').slice(0, longestSample)),
      })),
    },
    *rows() {
      for (const [at, { fields, line }] of rows.entries())
        yield { number: at + 1, line, cells: success(cells(fields)) };
    },
  });
}
