import { byteOrderMarkOf } from '../../text/unicode-encodings.ts';
import { delimitedRows } from '../delimited-text.ts';

const delimiters = [',', ';', '\t'];

/** What separates the fields of a table in text: comma, semicolon or tab, whichever stands most often in its first line. */
export function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = text.slice(0, end === -1 ? 65_536 : end);
  const counts = delimiters.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

/** The WHATWG name of the encoding that a byte order mark tells, else UTF-8. */
export function csvEncoding(bytes: Uint8Array): string {
  const marked = byteOrderMarkOf(bytes);
  return marked === undefined || marked === 'utf-32' ? 'utf-8' : marked;
}

/** The names of the columns of a CSV file, as far as they stand in its first 64 KB. */
export function csvColumns(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder(csvEncoding(bytes)).decode(bytes.subarray(0, 64 * 1024));
  const rows = delimitedRows(text, delimiterOf(text), 1);
  return rows.ok ? (rows.value[0]?.fields ?? []) : [];
}
