import { expect, test } from 'vitest';
import {
  LogisticModel,
  logisticModelSchema,
  logit,
} from '../../../../src/core/suggest/learning/logistic-model.ts';

test('knows what was thought before, and nothing else, until something is judged', () => {
  const model = LogisticModel.train([]);
  expect(model.chance({ features: ['rule a'], prior: logit(0.7) })).toBeCloseTo(0.7);
});

test('moves what was right up and what was wrong down, and the more the oftener', () => {
  const judged = (times: number) =>
    Array.from({ length: times }, () => [
      { features: ['cue said'], prior: 0, isRight: true },
      { features: ['cue found'], prior: 0, isRight: false },
    ]).flat();
  const [few, many] = [LogisticModel.train(judged(2)), LogisticModel.train(judged(40))];
  const of = (model: LogisticModel, feature: string) => model.chance({ features: [feature], prior: 0 });
  expect(of(few, 'cue said')).toBeGreaterThan(0.6);
  expect(of(many, 'cue said')).toBeGreaterThan(of(few, 'cue said'));
  expect(of(few, 'cue found')).toBeLessThan(0.4);
  expect(of(many, 'cue other')).toBeCloseTo(0.5, 1);
  expect(
    many
      .heaviest(2)
      .map(({ feature }) => feature)
      .sort(),
  ).toEqual(['cue found', 'cue said']);
  const again = LogisticModel.of(logisticModelSchema.parse(JSON.parse(JSON.stringify(many))));
  expect(of(again, 'cue said')).toBe(of(many, 'cue said'));
});
