import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/core/operations/apply.ts';
import { invert } from '../../../src/core/operations/invert.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import { operationSequence } from '../arbitraries/operation-sequence.ts';
import { contentOf } from '../arbitraries/project-content.ts';

function must(state: ProjectState, operation: Parameters<typeof apply>[1]): ProjectState {
  const applied = apply(state, operation);
  if (!applied.ok) throw new Error(`${operation.type}: ${applied.reason.message}`);
  return applied.value;
}

describe('invert', () => {
  it('takes back each operation that was made, exactly', () => {
    fc.assert(
      fc.property(operationSequence, ({ start, operations }) => {
        let state = start;
        for (const operation of operations) {
          const applied = apply(state, operation);
          if (!applied.ok) continue;
          const back = must(applied.value, invert(operation));
          expect(contentOf(back)).toEqual(contentOf(state));
          expect(contentOf(must(back, operation))).toEqual(contentOf(applied.value));
          state = applied.value;
        }
      }),
    );
  });

  it('takes back a whole sequence from its end', () => {
    fc.assert(
      fc.property(operationSequence, ({ start, operations }) => {
        let state = start;
        const made = operations.filter((operation) => {
          const applied = apply(state, operation);
          if (applied.ok) state = applied.value;
          return applied.ok;
        });
        for (const operation of made.reverse()) state = must(state, invert(operation));
        expect(contentOf(state)).toEqual(contentOf(start));
      }),
    );
  });

  it('is its own inverse', () => {
    fc.assert(
      fc.property(operationSequence, ({ operations }) => {
        for (const operation of operations) expect(invert(invert(operation))).toEqual(operation);
      }),
    );
  });
});
