import { expect, test } from 'vitest';
import { jsonHead } from '../../../../src/core/formats/json/json-head.ts';

function head(text: string) {
  return jsonHead(new TextEncoder().encode(text));
}

test('kinds of values are told by their path within a record', () => {
  const json = '{"text":"a","n":-1.5e3,"list":[[1,2,"X"]],"deep":{"a":{"b":[true]}},"none":null}';
  for (const layout of [json, `[${json}]`, `${json}\n${json}`]) {
    const found = head(layout);
    expect(found?.kindAt('')).toBe('object');
    expect(found?.kindAt('text')).toBe('text');
    expect(found?.kindAt('n')).toBe('number');
    expect(found?.kindAt('list[][]')).toBe('number');
    expect(found?.kindAt('deep.a.b')).toBe('list');
    expect(found?.kindAt('none')).toBe('word');
    expect(found?.kindAt('a')).toBeUndefined();
  }
});

test('pairs are told in a list and in lines', () => {
  for (const layout of ['[["text",{"entities":[]}]]', '["text",{"entities":[]}]\n["more",{}]']) {
    const found = head(layout);
    expect(found?.kindAt('')).toBe('list');
    expect(found?.kindAt('[]')).toBe('text');
    expect(found?.kindAt('[].entities')).toBe('list');
  }
});

test('keys of later records count, braces and quotation marks within texts do not', () => {
  const found = head('[{"a":"\\"}]"},{"b":1}]');
  expect(found?.kindAt('a')).toBe('text');
  expect(found?.kindAt('b')).toBe('number');
});

test('a head that is cut off tells what it holds', () => {
  const found = head(`{"id":1,"text":"${'x'.repeat(70_000)}","label":[]}`);
  expect(found?.kindAt('id')).toBe('number');
  expect(found?.kindAt('text')).toBe('text');
  expect(found?.kindAt('label')).toBeUndefined();
});

test('what is not JSON has no head, and what is broken does not throw', () => {
  expect(head('text')).toBeUndefined();
  expect(head('')).toBeUndefined();
  expect(jsonHead(new Uint8Array())).toBeUndefined();
  expect(head(']]}}')).toBeUndefined();
  expect(head('[]]}}{"a":1')?.kindAt('b')).toBeUndefined();
  expect(head('{"\\')?.kindAt('')).toBe('object');
});

test('UTF-16 is read too', () => {
  const text = '{"text":"a"}';
  const bytes = new Uint8Array(text.length * 2 + 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) bytes[2 * i + 2] = text.charCodeAt(i);
  expect(jsonHead(bytes)?.kindAt('text')).toBe('text');
});
