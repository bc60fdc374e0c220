import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTagSet } from '../../../src/core/formats/read-tag-set.ts';
import { tagSetJsonSchema } from '../../../src/core/formats/tag-set-json-schema.ts';
import { tagSetBytes } from '../../../src/core/formats/write-tag-set.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';

const file = join(import.meta.dirname, '../../../resources/ascribe-tag-set.schema.json');

function read(value: unknown) {
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return readTagSet({ name: 'tags.json', bytes: new TextEncoder().encode(json) });
}

function messageOf(value: unknown): string {
  const result = read(value);
  if (result.ok) throw new Error('it was read');
  return result.reason.message;
}

const head = { format: 'ascribe-tag-set', version: 1 };

test('the file in resources is what the schemas say (node scripts/write-schema.mjs writes it)', () => {
  expect(readFileSync(file, 'utf8')).toBe(tagSetJsonSchema());
});

test('what is written validates, and is read back the same', () => {
  const bytes = tagSetBytes(defaultTagSet, 'Ours');
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  expect(json).toMatchObject({ ...head, name: 'Ours' });
  expect(readTagSet({ name: 'a.json', bytes })).toEqual({
    ok: true,
    value: { tagSet: defaultTagSet, notes: [] },
  });
});

test('what a file leaves out is filled in', () => {
  const result = read({
    ...head,
    tags: [
      { id: 'claim', name: 'Claim' },
      { id: 'x', name: 'X' },
    ],
  });
  expect(result).toMatchObject({
    ok: true,
    value: {
      notes: [],
      tagSet: {
        tags: [
          { id: 'claim', key: '2', mark: 'wash' },
          { id: 'x', key: '' },
        ],
        relationTypes: [],
      },
    },
  });
});

test('a native dataset brings its tag set; its articles are not looked at', () => {
  const dataset = {
    format: 'ascribe-dataset',
    version: 1,
    tagSet: { tags: [{ id: 'x', name: 'X' }] },
    articles: [{}],
  };
  expect(read(dataset)).toMatchObject({ ok: true, value: { tagSet: { tags: [{ id: 'x' }] } } });
});

test('keys that two tags have or that are none are left out, and it says so', () => {
  const tags = [
    { id: 'a', name: 'A', key: '1' },
    { id: 'b', name: 'B', key: '1' },
    { id: 'c', name: 'C', key: 'q' },
  ];
  const result = read({ ...head, tags });
  if (!result.ok) throw new Error(result.reason.message);
  expect(result.value.tagSet.tags.map(({ key }) => key)).toEqual(['1', '', '']);
  expect(result.value.notes).toHaveLength(2);
});

test('colours that cannot be read are changed, and it says so', () => {
  const pale = { light: '#ffee00', dark: '#ffee00' };
  const result = read({ ...head, tags: [{ id: 'a', name: 'A', colour: pale }] });
  if (!result.ok) throw new Error(result.reason.message);
  expect(result.value.tagSet.tags[0]?.colour.dark).toBe('#ffee00');
  expect(result.value.tagSet.tags[0]?.colour.light).not.toBe('#ffee00');
  expect(result.value.notes[0]).toContain('“A”');
});

test('ends that no tag has are left out, and it says so', () => {
  const relationTypes = [{ id: 'r', name: 'r', from: ['a', 'ghost'], to: ['a'] }];
  const result = read({ ...head, tags: [{ id: 'a', name: 'A' }], relationTypes });
  if (!result.ok) throw new Error(result.reason.message);
  expect(result.value.tagSet.relationTypes).toEqual([{ id: 'r', name: 'r', from: ['a'], to: ['a'] }]);
  expect(result.value.notes[0]).toContain('“ghost”');
});

test.each([
  ['', 'is empty'],
  ['{', 'not sound JSON'],
  ['[]', 'not sound JSON'],
  [{}, 'not a tag set'],
  [{ ...head, version: 2 }, 'newer Ascribe'],
  [{ ...head, version: 'x' }, '"version": 1'],
  [head, 'no list'],
  [{ ...head, tags: [] }, 'has no tags'],
  [{ ...head, tags: [{ id: 'a' }] }, 'tag “a”: name'],
  [
    {
      ...head,
      tags: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
    },
    'two tags have the id “a”',
  ],
  [{ ...head, tags: [{ id: 'a', name: 'A', colour: { light: 'red', dark: 'blue' } }] }, 'colour'],
  [{ ...head, tags: [{ id: 'a', name: 'A' }], relationTypes: [{}] }, 'relation type “#1”'],
  ['{"format":"ascribe-tag-set","version":1,"tags":[{"__proto__":{},"id":"a","name":"A"}]}', '__proto__'],
  [
    `{"format":"ascribe-tag-set","version":1,"tags":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    'not sound JSON',
  ],
])('bad input %#: a message that names the file and the fault', (value, words) => {
  const message = messageOf(value);
  expect(message).toContain('“tags.json”');
  expect(message).toContain(words);
});

test('bytes that are anything are refused without falling over', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(readTagSet({ name: 'x', bytes }).ok).toBe(false);
    }),
  );
});
