import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededOrder } from '../../../../src/core/suggest/learning/seeded-order.ts';
import {
  type Lesson,
  SequenceModel,
  sequenceModelSchema,
} from '../../../../src/core/suggest/learning/sequence-model.ts';

/** “by Ann Lee” and the like: what follows “by” with capitals is a name. */
function lesson(words: string): Lesson {
  const tokens = words.split(' ');
  return {
    features: featuresOf(tokens),
    labels: tokens.map((token, i) =>
      !/^[A-Z]/.test(token)
        ? 'O'
        : tokens[i - 1] === 'by'
          ? 'B-name'
          : tokens[i - 2] === 'by'
            ? 'I-name'
            : 'O',
    ),
  };
}

function featuresOf(tokens: readonly string[]): string[][] {
  return tokens.map((token, i) => [
    `w ${token}`,
    `before ${tokens[i - 1] ?? ''}`,
    `two before ${tokens[i - 2] ?? ''}`,
    `capital ${/^[A-Z]/.test(token)}`,
  ]);
}

const lessons = [
  'it was done by Ann Lee today',
  'by Ode it was sent',
  'Rain fell on Ann',
  'seen by Jo Park in Rome',
].map(lesson);

test('labels what it has not seen as it has learnt, with how likely that is', () => {
  const model = SequenceModel.train(lessons, ['name']);
  const { labels, chances } = model.labelled(featuresOf('sung by Marek Stone in Oslo'.split(' ')));
  expect(labels).toEqual(['O', 'O', 'B-name', 'I-name', 'O', 'O']);
  expect(Math.min(...chances)).toBeGreaterThan(0.4);
  expect(model.heaviest('B-name', 3).map(({ feature }) => feature)).toContain('before by');
  expect(model.labelled([])).toEqual({ labels: [], chances: [] });
});

test('the same lessons make the same model, which is the same again from JSON', () => {
  const model = SequenceModel.train(lessons, ['name']);
  const data = JSON.stringify(model);
  expect(JSON.stringify(SequenceModel.train(lessons, ['name']))).toBe(data);
  const again = SequenceModel.of(sequenceModelSchema.parse(JSON.parse(data)));
  const words = featuresOf('told by Lena Ode and by Ann'.split(' '));
  expect(again.labelled(words).labels).toEqual(model.labelled(words).labels);
});

test('finds more when it is eager, never less', () => {
  const model = SequenceModel.train(lessons, ['name']);
  const words = featuresOf('by rain in Rome Lena Ode'.split(' '));
  const found = (eagerness: number) =>
    model.labelled(words, eagerness).labels.filter((label) => label !== 'O').length;
  expect(found(3)).toBeGreaterThanOrEqual(found(0));
  expect(found(50)).toBe(6);
});

test('no stretch goes on that has not begun, and chances are chances', () => {
  const model = SequenceModel.train(lessons, ['name', 'other']);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('by', 'Ann', 'Lee', 'it', '“', 'Rome')),
      fc.integer({ min: 0, max: 9 }),
      (words, eagerness) => {
        const { labels, chances } = model.labelled(featuresOf(words), eagerness);
        expect(labels).toHaveLength(words.length);
        for (const [i, label] of labels.entries())
          if (label.startsWith('I-')) expect(labels[i - 1]?.slice(2)).toBe(label.slice(2));
        for (const chance of chances) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

test('an order follows from its seed, and has each number once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(), (count, seed) => {
      const order = seededOrder(count, seed);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(seededOrder(count, seed)).toEqual(order);
    }),
  );
});
