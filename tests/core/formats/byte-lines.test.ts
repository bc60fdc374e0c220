import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLines } from '../../../src/core/formats/lines/byte-lines.ts';

async function linesOf(chunks: readonly Uint8Array[], longest = 1000) {
  const found: [number, string | undefined][] = [];
  for await (const { number, bytes } of byteLines(given(chunks), longest)) {
    found.push([number, bytes && new TextDecoder().decode(bytes)]);
  }
  return found;
}

async function* given(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

test('finds the lines of a text, wherever it is cut', async () => {
  const text = fc.array(fc.constantFrom('\n', 'a', 'é', '😀', '\r\n', 'xyz')).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(40)), async (whole, cuts) => {
      const bytes = new TextEncoder().encode(whole);
      const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
      const chunks = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
      const wanted = whole.split('\n').map((line, i): [number, string] => [i + 1, line]);
      if (wanted.at(-1)?.[1] === '') wanted.pop();
      expect(await linesOf(chunks)).toEqual(wanted);
    }),
  );
});

test('passes over lines that are too long, and counts them', async () => {
  const chunks = ['abc\n', 'ab', 'cd', 'ef\nab', '\nabcd'].map((part) => new TextEncoder().encode(part));
  expect(await linesOf(chunks, 3)).toEqual([
    [1, 'abc'],
    [2, undefined],
    [3, 'ab'],
    [4, undefined],
  ]);
});

test('asks for no more than it needs', async () => {
  let asked = 0;
  const endless = async function* () {
    for (;;) {
      asked += 1;
      yield new TextEncoder().encode('abc\nde');
    }
  };
  for await (const { number } of byteLines(endless(), 100)) if (number === 3) break;
  expect(asked).toBe(3);
});
