import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/core/text/canonical-text.ts';
import { type DecodedText, decodeBytes } from '../../../src/core/text/decode.ts';
import { encodingChoices } from '../../../src/core/text/encoding-choices.ts';
import { encodingName } from '../../../src/core/text/text-decoding.ts';
import { encodeIn } from '../arbitraries/legacy-encoder.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16Of(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), order === 'le');
  return bytes;
}

function joined(...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function decoded(bytes: Uint8Array, encoding?: string): DecodedText {
  const result = decodeBytes(bytes, encoding);
  if (!result.ok) throw new Error(result.reason.message);
  return result.value;
}

function refusal(bytes: Uint8Array, encoding?: string): string {
  const result = decodeBytes(bytes, encoding);
  return result.ok ? `read as ${result.value.encoding}` : result.reason.code;
}

const english = 'Putin’s voice rose: “We want guarantees… now,” he said – at once.\r\nThen he left.\r\n';
const russian = 'Президент России Владимир Путин заявил в четверг, что Москва ждёт ответа.\n';
const japanese = '私はガラスを食べられます。それは私を傷つけません。\n';

describe('decodeBytes', () => {
  it('reads back any text that UTF-8 can hold', () => {
    fc.assert(
      fc.property(unicodeText(), (raw) => {
        const { text } = canonicalText(`Title ${raw}`);
        const controls = [...text].filter(
          (c) => (c < ' ' && !'\t\n\v\f\r\u001b'.includes(c)) || c === '\u007f',
        ).length;
        fc.pre(controls <= 2 && !text.includes('\u001b$'));
        expect(decoded(bytesOf(text))).toEqual({
          text,
          encoding: 'utf-8',
          byteOrderMark: false,
          replacements: 0,
          detected: 'utf-8',
          confidence: 1,
        });
      }),
    );
  });

  it('never throws, whatever the bytes and the encoding', () => {
    const encoding = fc.option(
      fc.constantFrom(...encodingChoices.map((choice) => choice.encoding), 'klingon'),
      {
        nil: undefined,
      },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), encoding, (bytes, chosen) => {
        const result = decodeBytes(bytes, chosen);
        if (!result.ok) {
          expect(result.reason.message).toMatch(/\.$/);
          return;
        }
        expect(result.value.text).not.toContain('\r');
        expect(result.value.text.trim()).not.toBe('');
        expect(encodingName(result.value.encoding)).toBe(result.value.encoding);
        expect(result.value.confidence).toBeGreaterThanOrEqual(0);
        expect(result.value.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['UTF-8', joined([0xef, 0xbb, 0xbf], bytesOf(english)), 'utf-8'],
    ['UTF-16 LE', joined([0xff, 0xfe], utf16Of(english, 'le')), 'utf-16le'],
    ['UTF-16 BE', joined([0xfe, 0xff], utf16Of(english, 'be')), 'utf-16be'],
  ])('takes a byte order mark of %s at its word and out of the text', (_, bytes, encoding) => {
    expect(decoded(bytes)).toEqual({
      text: english.replaceAll('\r\n', '\n'),
      encoding,
      byteOrderMark: true,
      replacements: 0,
      detected: 'bom',
      confidence: 1,
    });
  });

  it.each([
    ['English', english],
    ['Russian', russian],
    ['Japanese', japanese],
    ['Arabic', 'قال الرئيس الروسي يوم الخميس إن بلاده تنتظر ردا.'],
    ['Hindi', 'राष्ट्रपति ने गुरुवार को कहा कि उनका देश जवाब का इंतजार कर रहा है।'],
    ['one letter', 'a'],
    ['a line of emoji', '👍 👍 👍\n'],
  ])('tells UTF-16 without a mark by its NULs: %s', (_, text) => {
    const canonical = canonicalText(text).text;
    expect(decoded(utf16Of(text, 'le'))).toMatchObject({
      text: canonical,
      encoding: 'utf-16le',
      detected: 'guess',
    });
    expect(decoded(utf16Of(text, 'be'))).toMatchObject({
      text: canonical,
      encoding: 'utf-16be',
      detected: 'guess',
    });
  });

  it('counts what it replaced, and only that', () => {
    expect(decoded(joined(bytesOf('Ünïcödé ünd söwéitér, äöü '), [0xff], bytesOf('end'))).replacements).toBe(
      1,
    );
    expect(decoded(bytesOf('a \ufffd that was there'))).toMatchObject({ replacements: 0, detected: 'utf-8' });
    expect(decoded(joined(bytesOf('a \ufffd and'), [0xc3, 0x20]), 'utf-8').replacements).toBe(1);
    expect(decoded(joined([0xff, 0xfe], utf16Of('a\ud83db \ufffd', 'le')))).toMatchObject({
      text: 'a\ufffdb \ufffd',
      replacements: 1,
    });
    expect(decoded(joined([0xff, 0xfe], utf16Of('ab', 'le'), [0x41])).replacements).toBe(1);
  });

  it('takes UTF-8 that is cut off or slightly damaged for UTF-8', () => {
    // Half of the last letter, the full stop and the line end.
    const cut = bytesOf(russian).subarray(0, -3);
    expect(decoded(cut)).toMatchObject({ encoding: 'utf-8', detected: 'guess', replacements: 1 });
  });

  it('does not take windows-1252 for damaged UTF-8', () => {
    expect(
      decoded(encodeIn('Ã©té passé à Orléans, où l’élève était déjà allé', 'windows-1252')),
    ).toMatchObject({
      encoding: 'windows-1252',
      replacements: 0,
    });
  });

  it('forgives a NUL or two in UTF-8, and keeps them', () => {
    expect(decoded(bytesOf('Title \u0000a'))).toMatchObject({ text: 'Title \u0000a', encoding: 'utf-8' });
    expect(decoded(bytesOf('“name\u0000” and a good deal more of text')).text).toContain('\u0000');
  });

  it('reads ISO-2022-JP by its escapes', () => {
    const bytes = joined(
      bytesOf('abc '),
      [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42],
      bytesOf(' end'),
    );
    expect(decoded(bytes)).toMatchObject({ text: 'abc 日本 end', encoding: 'iso-2022-jp' });
  });

  it('has the quotation marks of windows-1252 whatever the runtime thinks of them', () => {
    const bytes = new Uint8Array([0x93, 0x49, 0x92, 0x6d, 0x94, 0x20, 0x96, 0x80, 0x81]);
    expect(decoded(bytes, 'latin1').text).toBe('“I’m” –€\u0081');
  });

  it('obeys a chosen encoding, by any of its labels', () => {
    const bytes = encodeIn(russian, 'koi8-r');
    expect(decoded(bytes, 'KOI8')).toEqual({
      text: russian,
      encoding: 'koi8-r',
      byteOrderMark: false,
      replacements: 0,
      detected: 'chosen',
      confidence: 1,
    });
    expect(decoded(bytes, 'windows-1251').text).not.toBe(russian);
    expect(decoded(joined([0xef, 0xbb, 0xbf], bytesOf('a')), 'utf-8')).toMatchObject({
      text: 'a',
      byteOrderMark: true,
    });
    expect(decoded(joined([0xef, 0xbb, 0xbf], bytesOf('a')), 'windows-1252')).toMatchObject({
      text: 'ï»¿a',
      byteOrderMark: false,
    });
  });
});

describe('what is no article', () => {
  it.each([
    ['no bytes', []],
    ['white space', [0x20, 0x0d, 0x0a, 0x09]],
    ['a byte order mark alone', [0xef, 0xbb, 0xbf]],
    ['a mark of UTF-16 and a line end', [0xff, 0xfe, 0x0a, 0x00]],
    ['no-break spaces', [0xc2, 0xa0]],
  ])('is empty: %s', (_, bytes) => {
    expect(refusal(new Uint8Array(bytes))).toBe('empty');
  });

  it.each([
    ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]],
    ['a PDF document', [...bytesOf('%PDF-1.7\nplain words')]],
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['a JPEG image', [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]],
    ['an MP4 film', [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70, 0x69]],
  ])('is binary by its first bytes, named, even when an encoding was chosen: %s', (name, bytes) => {
    for (const chosen of [undefined, 'windows-1252']) {
      const result = decodeBytes(new Uint8Array(bytes), chosen);
      expect(result).toMatchObject({ ok: false, reason: { code: 'binary' } });
      if (!result.ok) expect(result.reason.message).toContain(name);
    }
  });

  it.each([
    ['numbers of four bytes', Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? i / 4 : 0))],
    ['noise', Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 0xff)],
    ['control characters', Array.from({ length: 300 }, (_, i) => (i % 10 === 0 ? 0x01 : 0x61))],
    [
      'NULs in Latin-1',
      [...encodeIn('déjà vu', 'windows-1252'), 0, ...encodeIn(' été '.repeat(40), 'windows-1252')],
    ],
  ])('is binary by its content: %s', (_, bytes) => {
    expect(refusal(new Uint8Array(bytes))).toBe('binary');
  });

  it('is refused by name in UTF-32 and in an encoding that nobody knows', () => {
    expect(refusal(joined([0xff, 0xfe, 0, 0], [0x61, 0, 0, 0]))).toBe('unknown-encoding');
    expect(refusal(joined([0, 0, 0xfe, 0xff], [0, 0, 0, 0x61]))).toBe('unknown-encoding');
    expect(refusal(bytesOf('text'), 'klingon')).toBe('unknown-encoding');
  });
});

describe('encodingChoices', () => {
  it('names each encoding once, by the name that decoding reports', () => {
    const names = encodingChoices.map(({ encoding }) => encoding);
    expect(new Set(names).size).toBe(names.length);
    // Node’s decoders leave one out that every browser has.
    for (const name of names) if (name !== 'iso-8859-16') expect(encodingName(name)).toBe(name);
    expect(names).toEqual(
      expect.arrayContaining(['windows-1250', 'koi8-u', 'gb18030', 'big5', 'euc-kr', 'utf-16be']),
    );
  });
});
