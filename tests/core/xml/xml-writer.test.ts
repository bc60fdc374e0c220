import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, jsonForXml } from '../../../src/core/xml/xml-escape.ts';
import { textContent, xmlTree } from '../../../src/core/xml/xml-tree.ts';
import { isXmlName, XmlWriter } from '../../../src/core/xml/xml-writer.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(']]>', '\r\n', '\t', '\u2028', '\u0085', '&#0;', '<!--', '"', "'", '\ud800', '\ufeff'),
);

test('text and values come back as they were, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(anything, anything, (text, value) => {
      const written = new XmlWriter().open('a').element('b', { c: value }, text).close().take();
      const read = xmlTree(written);
      if (!read.ok) throw new Error(read.reason.reason);
      const [b] = read.value.children.filter((child) => typeof child !== 'string');
      expect(b?.attributes.get('c')).toBe(value.replace(forbidden, '\ufffd'));
      expect(b === undefined ? '' : textContent(b)).toBe(text.replace(forbidden, '\ufffd'));
    }),
  );
});

test('JSON comes back whole, whatever it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const json = jsonForXml(value);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(escapeText(json)).not.toContain('\ufffd'.repeat(2));
      expect(json.search(forbidden)).toBe(-1);
    }),
  );
});

test('elements stand on lines of their own where no text is touched', () => {
  const writer = new XmlWriter().open('a', { b: 1, c: undefined }).element('d').open('e', {}, true);
  writer.element('f').text('<').element('g').close().close();
  expect(writer.take()).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1">\n  <d/>\n  <e><f/>&lt;<g/></e>\n</a>\n',
  );
});

test('what would not be well-formed throws', () => {
  expect(() => new XmlWriter().open('a b')).toThrow();
  expect(() => new XmlWriter().open('a', { '1': 'x' })).toThrow();
  expect(() => new XmlWriter().text('x')).toThrow();
  expect(() => new XmlWriter().close()).toThrow();
  expect(['é', 'a-1', '名'].every(isXmlName)).toBe(true);
  expect(['', '1a', 'a b', 'a:b', '-', 'a\n'].some(isXmlName)).toBe(false);
});

test('instructions stand on lines of their own, and cannot end early', () => {
  expect(new XmlWriter().open('a').instruction('p', '{"b":1}').close().take()).toContain(
    '\n<a>\n  <?p {"b":1}?>\n</a>\n',
  );
  expect(() => new XmlWriter().open('a').instruction('p', 'x?>')).toThrow();
  expect(() => new XmlWriter().open('a').instruction('p q', 'x')).toThrow();
});
