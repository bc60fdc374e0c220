import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../../../src/core/operations/apply.ts';
import { invert } from '../../../../src/core/operations/invert.ts';
import type { Operation } from '../../../../src/core/operations/operation.ts';
import type { ProjectState } from '../../../../src/core/operations/project-state.ts';
import { contentOf } from '../../arbitraries/project-content.ts';
import { anyProject } from '../../formats/random-project.ts';
import { author } from './builders.ts';
import { anyHand, gestureOf } from './gesture-sequence.ts';

function must(state: ProjectState, operation: Operation): ProjectState {
  const applied = apply(state, operation);
  if (!applied.ok) throw new Error(`${operation.type}: ${applied.reason.message}`);
  return applied.value;
}

test('whatever is done by hand, undoing it from its end restores every state on the way, and redoing it too', () => {
  let made = 0;
  fc.assert(
    fc.property(anyProject, fc.array(anyHand, { maxLength: 25 }), (start, hands) => {
      const by = author();
      const done: { readonly operation: Operation; readonly before: ProjectState }[] = [];
      let state = start;
      for (const hand of hands) {
        const gesture = gestureOf(state, hand, by);
        if (gesture?.ok !== true) continue;
        const { operation } = gesture.value;
        done.push({ operation, before: state });
        state = must(state, operation);
      }
      made += done.length;
      const end = state;
      for (const { operation, before } of done.toReversed()) {
        state = must(state, invert(operation));
        expect(contentOf(state)).toEqual(contentOf(before));
      }
      for (const { operation } of done) state = must(state, operation);
      expect(contentOf(state)).toEqual(contentOf(end));
    }),
    { numRuns: 150 },
  );
  expect(made, 'gestures that came to something').toBeGreaterThan(100);
});
