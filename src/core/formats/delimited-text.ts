/**
 * A table as comma-separated values (RFC 4180): lines end with CR LF, fields with a comma, quotation mark or line end are quoted. A text that a spreadsheet program
 * would take for a formula gets an apostrophe before it, as OWASP's page on CSV injection advises.
 */
export function commaSeparated(rows: Iterable<readonly (string | number)[]>): string {
  let written = '';
  for (const row of rows) written += `${row.map(field).join(',')}\r\n`;
  return written;
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
