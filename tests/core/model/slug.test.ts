import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifierSchema } from '../../../src/core/model/identifier.ts';
import { slugOf } from '../../../src/core/model/slug.ts';

test.each([
  ['Cue', 'cue'],
  ['Cue word', 'cue-word'],
  ['  Où & when? ', 'ou-when'],
  ['Организация', 'организация'],
  ['משרד', 'משרד'],
  ['कर्ता', 'कर्ता'],
  ['__proto__', 'proto'],
  ['…', 'tag'],
])('%s becomes %s', (name, id) => {
  expect(slugOf(name, [], 'tag')).toBe(id);
});

test('an id that is taken gets a number', () => {
  expect(slugOf('Cue', ['cue', 'cue-2'], 'tag')).toBe('cue-3');
});

test('whatever the name, the id is one and not taken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('tag', 'a', 'b')), (name, taken) => {
      const id = slugOf(name, taken, 'tag');
      expect(identifierSchema.safeParse(id).success).toBe(true);
      expect(taken).not.toContain(id);
    }),
  );
});
