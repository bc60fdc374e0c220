import { describe, expect, test } from 'vitest';
import { jsonRecords } from '../../../../src/core/formats/json/json-records.ts';
import { fileOf } from '../real-files.ts';

function read(name: string, text: string | Uint8Array) {
  const file = typeof text === 'string' ? fileOf(name, text) : { name, bytes: text };
  const records = jsonRecords(file);
  if (!records.ok) return records.reason;
  return {
    layout: records.value.layout,
    values: [...records.value].map(({ value, line }) => [line, value.ok ? value.value : value.reason]),
  };
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i++)
    new DataView(bytes.buffer).setUint16(i * 2, units.charCodeAt(i), !bigEndian);
  return bytes;
}

describe('layouts', () => {
  test('a list', () => {
    expect(read('a.json', '[\n {"a":1},\n\n 2\n]')).toEqual({
      layout: 'list',
      values: [
        [2, { a: 1 }],
        [4, 2],
      ],
    });
  });

  test('a single object, on however many lines', () => {
    expect(read('a.json', '\n{\n"a": 1}')).toEqual({ layout: 'object', values: [[1, { a: 1 }]] });
  });

  test('lines, with empty ones among them, whatever they end with', () => {
    expect(read('a.json', '{"a":1}\r\n\r\n  \n["b"]\n{"c":"x\u2028y"}')).toEqual({
      layout: 'lines',
      values: [
        [1, { a: 1 }],
        [4, ['b']],
        [5, { c: 'x\u2028y' }],
      ],
    });
  });

  test('lines of which the first is broken, where the name says that they are lines', () => {
    expect(read('a.jsonl', '{"a"\n{"b":1}')).toEqual({
      layout: 'lines',
      values: [
        [1, 'the file ends where a colon was expected'],
        [2, { b: 1 }],
      ],
    });
    expect(read('a.json', '{"a":\n{"b":1}')).toMatchObject({ code: 'damaged', line: 2 });
  });
});

describe('encodings', () => {
  const text = '[{"a":"é😀"}]';
  test.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16LE with a mark', utf16(text, false, true)],
    ['UTF-16BE with a mark', utf16(text, true, true)],
    ['UTF-16LE without a mark', utf16(text, false, false)],
    ['UTF-16BE without a mark', utf16(text, true, false)],
  ])('%s', (_, bytes) => {
    expect(read('a.json', bytes)).toEqual({ layout: 'list', values: [[1, { a: 'é😀' }]] });
  });

  test('surrogate pairs at the border of two pieces stay whole', () => {
    const long = `["${'x'.repeat(2 * 1024 * 1024 - 4)}${'😀'.repeat(4)}"]`;
    for (const shift of ['', 'y']) {
      const records = read('a.json', utf16(`["${shift}${long.slice(2)}`, false, true));
      expect(records).toMatchObject({ values: [[1, expect.stringMatching(/x(?:😀){4}$/u)]] });
    }
  });

  test('a record that is not UTF-8 is reported, its neighbours are read', () => {
    const bytes = Uint8Array.of(0x31, 0x0a, 0x22, 0xff, 0x22, 0x0a, 0x33);
    expect(read('a.jsonl', bytes)).toMatchObject({
      values: [
        [1, 1],
        [2, 'it is not UTF-8'],
        [3, 3],
      ],
    });
  });

  test('UTF-32 is refused by name', () => {
    expect(read('a.json', Uint8Array.of(0xff, 0xfe, 0, 0, 0x5b, 0, 0, 0))).toMatchObject({
      code: 'unknown-encoding',
      message: expect.stringContaining('UTF-32'),
    });
  });
});

describe('what is wrong', () => {
  test('an empty file and one of white space', () => {
    for (const text of ['', ' \n\t\r\n']) expect(read('a.json', text)).toMatchObject({ code: 'empty' });
  });

  test('a file that is not JSON is named with the line and the reason', () => {
    expect(read('a.json', '[\n{"a":1,}\n]')).toEqual({
      code: 'damaged',
      message: '“a.json” is not sound JSON: in line 2, a key in quotation marks was expected.',
      line: 2,
    });
    expect(read('a.json', 'this is not json')).toMatchObject({ code: 'damaged', line: 1 });
  });

  test('brackets that nest too deep, in a list or in a line', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    expect(read('a.json', deep)).toMatchObject({ code: 'damaged' });
    expect(read('a.jsonl', `{"a":1}\n{"b":${deep}}`)).toMatchObject({
      values: [
        [1, { a: 1 }],
        [2, 'brackets nest deeper than 100 levels'],
      ],
    });
  });

  test('very many broken records are each told in time', { timeout: 5000 }, () => {
    const many = 40_000;
    const records = read('a.jsonl', '{"a":\n'.repeat(many));
    expect(records).toMatchObject({ layout: 'lines' });
    expect('values' in records && records.values).toHaveLength(many);
  });

  test('brackets within texts do not count', () => {
    expect(read('a.jsonl', `{"a":"${'['.repeat(500)}\\""}\n1`)).toMatchObject({
      values: [
        [1, { a: `${'['.repeat(500)}"` }],
        [2, 1],
      ],
    });
  });
});
