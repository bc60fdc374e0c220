import { failure, type Result, success } from '../model/result.ts';
import { withoutFormula } from './formula-text.ts';

/**
 * A table as comma-separated values (RFC 4180): lines end with CR LF, fields with a comma, quotation mark or line end are quoted. A text that a spreadsheet program
 * would take for a formula gets an apostrophe before it.
 */
export function commaSeparated(rows: Iterable<readonly (string | number)[]>): string {
  let written = '';
  for (const row of rows) written += `${row.map(commaSeparatedField).join(',')}\r\n`;
  return written;
}

/** One field of such a table. */
export function commaSeparatedField(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const harmless = withoutFormula(value);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A row of a table in text: its fields as they stand there, quotation marks undone. */
export interface DelimitedRow {
  readonly fields: readonly string[];
  /** On which it begins, from 1. */
  readonly line: number;
}

/** Where a text is no table, and why, as a clause. */
export interface DelimitedFault {
  readonly line: number;
  readonly reason: string;
}

/**
 * The rows of a table in text (RFC 4180), empty lines left out. Lines may end with LF or CR alone too. In time that grows with the text alone, whatever stands in
 * it.
 * @param delimiter one UTF-16 unit, no quotation mark or line end
 * @param most rows to read
 */
export function delimitedRows(
  text: string,
  delimiter: string,
  most: number = Number.POSITIVE_INFINITY,
): Result<readonly DelimitedRow[], DelimitedFault> {
  const rows: DelimitedRow[] = [];
  let fields: string[] = [];
  let [at, line, rowLine] = [0, 1, 1];
  while (at < text.length && rows.length < most) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at);
      if (close === undefined)
        return failure({ line, reason: 'a quotation mark that opens here is never closed' });
      const field = text.slice(at + 1, close);
      line += lineEndsIn(field);
      fields.push(field.includes('"') ? field.replaceAll('""', '"') : field);
      end = close + 1;
      const after = text[end];
      if (after !== undefined && after !== delimiter && after !== '\r' && after !== '\n')
        return failure({ line, reason: 'something follows on the quotation mark that closes a field' });
    } else {
      end = endOfField(text, at, delimiter);
      fields.push(text.slice(at, end));
    }
    if (text[end] === delimiter) {
      at = end + 1;
      if (at < text.length) continue;
      fields.push('');
    } else at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    if (fields.length > 1 || fields[0] !== '') rows.push({ fields, line: rowLine });
    fields = [];
    line += 1;
    rowLine = line;
  }
  return success(rows);
}

/** Where the quotation mark stands that closes the field which one at `open` begins. */
function closingQuote(text: string, open: number): number | undefined {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return undefined;
}

function endOfField(text: string, start: number, delimiter: string): number {
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') break;
  }
  return at;
}

function lineEndsIn(field: string): number {
  let count = 0;
  for (let at = 0; at < field.length; at++) {
    const unit = field.charCodeAt(at);
    if (unit === 10 || (unit === 13 && field.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}
