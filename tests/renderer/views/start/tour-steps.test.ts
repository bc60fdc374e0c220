import { expect, it } from 'vitest';
import { type CommandDefinition, commands } from '../../../../src/bridge/commands.ts';
import { settingsSchema } from '../../../../src/bridge/settings.ts';
import { tourParts, tourSteps } from '../../../../src/renderer/views/start/tour-steps.ts';

it('names commands that there are, each with a key', () => {
  for (const { words } of tourSteps) {
    for (const [i, { text, command }] of tourParts(words).entries()) {
      if (i % 2 === 0) continue;
      if (command === null) throw new Error(`${text} is no command`);
      const { keys = [] }: CommandDefinition = commands[command];
      expect(keys, command).not.toEqual([]);
    }
  }
});

it('has the five steps that the settings can hold', () => {
  const last = tourSteps.length - 1;
  expect(tourSteps).toHaveLength(5);
  expect(settingsSchema.shape.tourStep.parse(last)).toBe(last);
  expect(settingsSchema.shape.tourStep.parse(last + 1)).toBe(0);
});
