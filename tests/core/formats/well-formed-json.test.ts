import { expect, test } from 'vitest';
import { jsonLine, wellFormedJson } from '../../../src/core/formats/well-formed-json.ts';

test('lone surrogates become U+FFFD, pairs and what only looks like one stay', () => {
  const value = { 'a\ud800': ['\udc00b', '😀', '\\ud800'] };
  expect(JSON.parse(wellFormedJson(value))).toEqual({ 'a\ufffd': ['\ufffdb', '😀', '\\ud800'] });
});

test('a line is one for readers that break lines at more than line feeds', () => {
  const value = ['a\u0085b\u2028c\u2029d\u000be\nf'];
  const line = jsonLine(value);
  expect(JSON.parse(line)).toEqual(value);
  expect(line.endsWith('\n')).toBe(true);
  for (const lineEnd of '\n\r\v\f\u0085\u2028\u2029') expect(line.slice(0, -1)).not.toContain(lineEnd);
});
