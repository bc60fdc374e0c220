import { describe, expect, it } from 'vitest';
import { isWanted, type RuleSettings, settingOf } from '../../../src/core/suggest/rule-setting.ts';
import type { RuleId } from '../../../src/core/suggest/suggestion.ts';

function proposed(confidence: number, rule: RuleId = 'date') {
  return { rule, confidence, reason: [] };
}

describe('a rule', () => {
  it('of which nothing was said is on, and wanted from 60 percent', () => {
    expect(settingOf({}, 'date')).toEqual({ isOn: true, least: 0.6 });
    expect([0.59, 0.6, 0.9].map((confidence) => isWanted(proposed(confidence), {}))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is measured by the whole percent that a person reads', () => {
    const settings: RuleSettings = { date: { isOn: true, least: 0.55 } };
    // 0.7 - 0.15 is 0.5499999999999999: it reads 55 %.
    expect(isWanted(proposed(0.7 - 0.15), settings)).toBe(true);
    expect(isWanted(proposed(0.54), settings)).toBe(false);
  });

  it('that is off proposes nothing, and others go on', () => {
    const settings: RuleSettings = { date: { isOn: false, least: 0 } };
    expect(isWanted(proposed(0.98), settings)).toBe(false);
    expect(isWanted(proposed(0.98, 'quotation'), settings)).toBe(true);
  });
});
