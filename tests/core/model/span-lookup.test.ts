import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/core/model/span.ts';
import { SpanLookup } from '../../../src/core/model/span-lookup.ts';
import { spanOf } from '../arbitraries/span.ts';

const someSpan = spanOf('some text', [{ start: 0, end: 4 }]);

describe('SpanLookup', () => {
  it('answers as a map does, over the merges of its patch too', () => {
    const change = fc.tuple(fc.nat({ max: 400 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(change, { maxLength: 900, size: 'max' }), (changes) => {
        let lookup = SpanLookup.of(new Map([['s0', someSpan]]));
        const map = new Map<string, Span>([['s0', someSpan]]);
        changes.forEach(([n, isPut], i) => {
          const id = `s${n}`;
          const span = isPut ? { ...someSpan, id, note: `${i}` } : undefined;
          lookup = lookup.with(id, span);
          if (span === undefined) map.delete(id);
          else map.set(id, span);
          expect(lookup.get(id)).toBe(map.get(id));
        });
        for (let n = 0; n <= 400; n++) {
          expect(lookup.get(`s${n}`)).toBe(map.get(`s${n}`));
          expect(lookup.has(`s${n}`)).toBe(map.has(`s${n}`));
        }
      }),
      // Shrinking 900 steps would take minutes and tell no more.
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('leaves the lookup that it was made from as it was', () => {
    const before = SpanLookup.of(new Map([['span', someSpan]]));
    let after = before;
    for (let i = 0; i < 600; i++) after = after.with(`s${i}`, someSpan);
    after = after.with('span', undefined);
    expect(before.get('span')).toBe(someSpan);
    expect(before.has('s1')).toBe(false);
    expect(after.has('span')).toBe(false);
    expect(after.get('s599')).toBe(someSpan);
  });
});
