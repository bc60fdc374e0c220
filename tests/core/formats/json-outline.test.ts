import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkJson,
  elementsOf,
  type JsonFault,
  lineAt,
  outlineOf,
  placesOf,
} from '../../../src/core/formats/json-outline.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const outline = (json: string, lists: string[] = []) => {
  const bytes = encoder.encode(json);
  return outlineOf(bytes, { start: 0, end: bytes.length }, lists);
};

function faultOf(json: string): JsonFault {
  const outlined = outline(json);
  if (outlined.ok) throw new Error('a fault was expected');
  return outlined.reason;
}

const anyObject = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));

test('finds the members and list elements that JSON.parse finds', () => {
  fc.assert(
    fc.property(
      anyObject,
      fc.array(fc.jsonValue()),
      fc.constantFrom(undefined, 1, '\t'),
      (object, list, indent) => {
        const value: Record<string, unknown> = { ...object, list };
        const json = `\n ${JSON.stringify(value, null, indent)} `;
        const outlined = outline(json, ['list']);
        if (!outlined.ok) throw new Error(outlined.reason.reason);
        const bytes = encoder.encode(json);
        expect(outlineOf(bytes, { start: 0, end: bytes.length }, ['list'], 'skimmed')).toEqual(outlined);
        const parse = ({ start, end }: { start: number; end: number }): unknown =>
          JSON.parse(decoder.decode(bytes.subarray(start, end)));
        const found = new Map([...outlined.value.members].map(([name, range]) => [name, parse(range)]));
        expect(found).toEqual(new Map(Object.entries(JSON.parse(json))));
        expect(outlined.value.lists.get('list')?.map(parse)).toEqual(JSON.parse(JSON.stringify(list)));
      },
    ),
  );
});

test('accepts exactly what JSON.parse accepts', () => {
  const mutation = fc.record({
    at: fc.nat(200),
    cut: fc.nat(3),
    put: fc.constantFrom('', '"', ',', ']', '}', '0', '-', 'e', '\\', '\u0001', ':', 'tru', '.'),
  });
  fc.assert(
    fc.property(anyObject, mutation, (object, { at, cut, put }) => {
      const json = JSON.stringify({ ...object, a: [1.5e3, true, null, 'x\\u00e9'] });
      const start = at % json.length;
      const mutated = json.slice(0, start) + put + json.slice(start + cut);
      let accepted = true;
      try {
        const value: unknown = JSON.parse(mutated);
        accepted = typeof value === 'object' && value !== null && !Array.isArray(value);
      } catch {
        accepted = false;
      }
      const outlined = outline(mutated);
      // The same key twice is the one thing in which this is stricter.
      if (!outlined.ok && outlined.reason.reason.includes('twice')) return;
      expect(outlined.ok).toBe(accepted);
    }),
    { numRuns: 2000 },
  );
});

describe('faults', () => {
  test.each([
    ['{"a": 1\n "b": 2}', 2, 'a comma or } was expected'],
    ['{"a": [1 2]}', 1, 'a comma or ] was expected'],
    ['{\n"a": NaN}', 2, '"NaN" is not a JSON value'],
    ['{"a": 01}', 1, '"01" is not a JSON value'],
    ['{"a": ,}', 1, 'a value was expected'],
    ['{a: 1}', 1, 'a key in quotation marks was expected'],
    ['{"a" 1}', 1, 'a colon was expected'],
    ['{"a": "b\n"}', 1, 'a line break or control character stands inside a text'],
    ['{"a": "\\x"}', 1, 'a backslash is not followed by a known escape'],
    ['{"a": "b}', 1, 'a text that begins here is never closed'],
    ['{"a": 1', 1, 'the file ends where a comma or } was expected'],
    ['{"a": 1, "a": 2}', 1, 'the key "a" stands twice in one object'],
    ['{} {}', 1, 'something follows after the end of the object'],
    ['[]', 1, 'an object, beginning with {, was expected'],
  ])('%j', (json, line, reason) => {
    expect(faultOf(json)).toMatchObject({ line, reason });
  });

  test('brackets that nest without end', () => {
    expect(faultOf(`{"a": ${'['.repeat(200_000)}`).reason).toBe('brackets nest deeper than 100 levels');
    expect(outline(`{"a": ${'['.repeat(99)}${']'.repeat(99)}}`).ok).toBe(true);
  });
});

test('lines are counted from 1, up to the offset', () => {
  const bytes = encoder.encode('a\nb\n\nc');
  expect([0, 1, 2, 4, 5].map((offset) => lineAt(bytes, offset))).toEqual([1, 1, 2, 3, 4]);
});

describe('other parts', () => {
  const bytesOf = (json: string) => {
    const bytes = encoder.encode(json);
    return { bytes, whole: { start: 0, end: bytes.length } };
  };

  test('elements of a list are those that JSON.parse finds', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ stringUnit: 'binary' })), (list) => {
        const { bytes, whole } = bytesOf(` ${JSON.stringify(list, null, 1)}\n`);
        const elements = elementsOf(bytes, whole);
        if (!elements.ok) throw new Error(elements.reason.reason);
        expect(
          elements.value.map(({ start, end }) => JSON.parse(decoder.decode(bytes.subarray(start, end)))),
        ).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });

  test('a list ends the file', () => {
    const { bytes, whole } = bytesOf('[1] [2]');
    expect(elementsOf(bytes, whole)).toMatchObject({ ok: false, reason: { offset: 4 } });
    expect(elementsOf(encoder.encode('{}'), { start: 0, end: 2 })).toMatchObject({ ok: false });
  });

  test('any value is checked whole', () => {
    for (const json of ['1', ' "a" ', '[{}]', '{"a":null}']) {
      const { bytes, whole } = bytesOf(json);
      expect(checkJson(bytes, whole).ok).toBe(true);
    }
    for (const json of ['', '1 2', '[', '{"a":nil}', '['.repeat(101) + ']'.repeat(101)]) {
      const { bytes, whole } = bytesOf(json);
      expect(checkJson(bytes, whole).ok).toBe(false);
    }
  });

  test('places are found along a path', () => {
    const json = '{"x":{"b":[0]},"a":[{"b":[1,22]},{"c":[3]},{"\\u0062":[[4]]},5]}';
    const { bytes, whole } = bytesOf(json);
    const values = placesOf(bytes, whole, ['a', '*', 'b', '*']).map(({ start, end }) =>
      decoder.decode(bytes.subarray(start, end)),
    );
    expect(values).toEqual(['1', '22', '[4]']);
    expect(placesOf(bytes, whole, [])).toEqual([whole]);
    expect(placesOf(bytes, { start: 0, end: 10 }, ['x'])).toEqual([]);
  });
});
