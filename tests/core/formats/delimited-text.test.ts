import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
  commaSeparated,
  commaSeparatedField,
  delimitedRows,
} from '../../../src/core/formats/delimited-text.ts';

const rowsOf = (text: string, delimiter = ',') => {
  const rows = delimitedRows(text, delimiter);
  if (!rows.ok) throw new Error(rows.reason.reason);
  return rows.value;
};
const fieldsOf = (text: string, delimiter?: string) => rowsOf(text, delimiter).map(({ fields }) => fields);

test('writes rows as RFC 4180 has them, formulas made harmless', () => {
  expect(
    commaSeparated([
      ['a', 'b "c"', 1.5],
      ['d,e', 'f\ng', '=1+1'],
    ]),
  ).toBe('a,"b ""c""",1.5\r\n"d,e","f\ng",\'=1+1\r\n');
  expect([commaSeparatedField('\r'), commaSeparatedField(-1), commaSeparatedField(true)]).toEqual([
    '"\'\r"',
    '-1',
    'true',
  ]);
});

describe('rows are read', () => {
  test.each([
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb\r', [['a'], ['b']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['"a","b"', [['a', 'b']]],
    ['"a ""b""",""', [['a "b"', '']]],
    ['"a\r\nb",c\nd', [['a\r\nb', 'c'], ['d']]],
    ['a "b" c,d"', [['a "b" c', 'd"']]],
    ['\n\na\n\n', [['a']]],
    ['""""', [['"']]],
    ['', []],
  ])('%j', (text, wanted) => {
    expect(fieldsOf(text)).toEqual(wanted);
  });

  test('with other delimiters', () => {
    expect(fieldsOf('a;"b;c"\n,;d', ';')).toEqual([
      ['a', 'b;c'],
      [',', 'd'],
    ]);
  });

  test('with the lines on which they begin', () => {
    const rows = rowsOf('a\r\n"b\nc\r\nd\re",f\n\n"g"\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 7]);
  });

  test('no more than are asked for', () => {
    expect(delimitedRows('a\nb\n"', ',', 2)).toMatchObject({ ok: true, value: [{}, {}] });
  });
});

describe('no table', () => {
  test.each([
    ['a\n"b\nc', 2, 'never closed'],
    ['a\n"b\nc"d', 3, 'something follows'],
    ['"a" ,b', 1, 'something follows'],
    ['"', 1, 'never closed'],
  ])('%j', (text, line, reason) => {
    expect(delimitedRows(text, ',')).toEqual({
      ok: false,
      reason: { line, reason: expect.stringContaining(reason) },
    });
  });
});

const anyField = fc
  .array(fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', ' ', '\ufeff', '😀', '\0'))
  .map((parts) => parts.join(''));
const anyRows = fc.array(fc.array(anyField, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });

test('what is written is read back, here and by Papa Parse', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const lines = rows.map(
        (row) => `${row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\r\n`,
      );
      const text = lines.join('');
      expect(fieldsOf(text)).toEqual(rows);
      const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
      expect(data.slice(0, -1)).toEqual(rows.map((row) => row));
    }),
  );
});

test('quotation marks that close nothing take no longer than others', () => {
  const count = 200_000;
  for (const text of [
    `"${'x"y'.repeat(count)}${' '.repeat(count)},1`,
    `a,"${'""'.repeat(count)}`,
    '"a",'.repeat(count),
    'a"b'.repeat(count),
    '\n'.repeat(count),
  ]) {
    expect(typeof delimitedRows(text, ',').ok).toBe('boolean');
  }
});
