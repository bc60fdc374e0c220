import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellValue, valueCell } from '../../../src/core/formats/tables/value-cell.ts';

test('any JSON value comes back from the text of its cell', () => {
  const odd = fc.constantFrom<unknown>(
    '',
    ' ',
    '12',
    '-0.5e3',
    'true',
    'TRUE',
    'null',
    '"',
    '""',
    '{}',
    '[1',
    ' 1 ',
    '1e999',
    '1e21',
    '{"a":1e999}',
  );
  const plain = fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(fc.oneof(odd, plain), (value) => {
      const cell = valueCell(value);
      expect(cell).not.toBe('');
      expect(cellValue(String(cell))).toEqual(value);
    }),
    { numRuns: 2000 },
  );
});

describe('a cell reads as one would wish', () => {
  test.each([
    ['said', 'said'],
    [' said “no” ', ' said “no” '],
    [12.5, 12.5],
    [false, false],
    ['12', '"12"'],
    ['', '""'],
    [null, 'null'],
    [['high', 'low'], '["high","low"]'],
    [{ type: 'date', value: '2031' }, '{"type":"date","value":"2031"}'],
  ])('%j', (value, cell) => {
    expect(valueCell(value)).toBe(cell);
  });

  test('as spreadsheet programs write truth values', () => {
    expect([cellValue('TRUE'), cellValue('FALSE'), valueCell('TRUE')]).toEqual([true, false, '"TRUE"']);
  });

  test('however deep its brackets nest', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(cellValue(deep)).toBe(deep);
  });
});
