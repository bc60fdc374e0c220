import { expect, test } from 'vitest';
import { decodeXml } from '../../../src/core/xml/decode-xml.ts';

const utf16 = (text: string, mark: string) => new Uint8Array(Buffer.from(mark + text, 'utf16le'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test('the encoding is told by the mark, by NULs, by the declaration, else UTF-8', () => {
  expect(decodeXml(utf16('<a>é</a>', '\ufeff'))).toMatchObject({
    value: { text: '<a>é</a>', encoding: 'utf-16le' },
  });
  expect(decodeXml(utf16('<?xml version="1.0" encoding="UTF-16"?><a>é</a>', ''))).toMatchObject({
    value: { encoding: 'utf-16le' },
  });
  expect(decodeXml(latin1('<?xml version="1.0" encoding=\'ISO-8859-1\'?><a>é</a>'))).toMatchObject({
    value: { text: expect.stringContaining('é') },
  });
  expect(decodeXml(new TextEncoder().encode('\ufeff<a>é</a>'))).toMatchObject({
    value: { text: '<a>é</a>', encoding: 'utf-8' },
  });
});

test('bytes that are not of the encoding are a fault, with its line', () => {
  expect(decodeXml(latin1('<a>\n\né</a>'))).toEqual({
    ok: false,
    reason: { reason: 'it holds bytes that are not UTF-8', line: 3 },
  });
  expect(decodeXml(latin1('<?xml version="1.0" encoding="klingon"?><a/>'))).toMatchObject({
    reason: { reason: 'its encoding “klingon” is not known here' },
  });
  expect(decodeXml(Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c))).toMatchObject({ ok: false });
});
