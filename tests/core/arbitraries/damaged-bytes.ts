import fc from 'fast-check';

/** What a disk, a program or a person may do to the bytes of a file. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'zero'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'remove'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number };

const at = fc.integer({ min: 0, max: 100_000 });
const length = fc.integer({ min: 1, max: 200 });
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), at }),
  fc.record({ kind: fc.constant('zero' as const), at, length }),
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('remove' as const), at, length }),
  fc.record({ kind: fc.constant('repeat' as const), at, length }),
);

/** The damaged bytes and the offset before which nothing changed. */
export function damage(
  bytes: Uint8Array,
  { at: seed, ...change }: Mutation,
): { bytes: Uint8Array; untouched: number } {
  const start = seed % bytes.length;
  const before = bytes.subarray(0, start);
  const splice = (removed: number, added: Uint8Array) => ({
    bytes: Buffer.concat([before, added, bytes.subarray(start + removed)]),
    untouched: start,
  });
  switch (change.kind) {
    case 'flip':
      return splice(1, Uint8Array.of((bytes[start] ?? 0) ^ (1 << change.bit)));
    case 'cut':
      return { bytes: before, untouched: start };
    case 'zero':
      return splice(change.length, new Uint8Array(Math.min(change.length, bytes.length - start)));
    case 'insert':
      return splice(0, change.bytes);
    case 'remove':
      return splice(change.length, new Uint8Array());
    case 'repeat':
      return splice(0, bytes.slice(start, start + change.length));
  }
}
