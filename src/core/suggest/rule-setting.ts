import { z } from 'zod';
import type { Proposed, RuleId } from './suggestion.ts';

/** Where nothing else is said, what is right less often than this is not proposed. */
export const usualConfidence = 0.6;

/** What a person said of a rule. */
export const ruleSettingSchema = z.strictObject({
  isOn: z.boolean(),
  /** What is less sure is not proposed, from 0 to 1. */
  least: z.number().min(0).max(1),
});
export type RuleSetting = Readonly<z.infer<typeof ruleSettingSchema>>;

/** By the id of the rule; one of which nothing was said is missing. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

const usual: RuleSetting = { isOn: true, least: usualConfidence };

/** What holds for a rule. */
export function settingOf(settings: RuleSettings, rule: RuleId): RuleSetting {
  return settings[rule] ?? usual;
}

/** True of what a rule proposes that is on, and that is as sure as is asked of it: in whole percent, as a person reads it. */
export function isWanted({ rule, confidence }: Proposed, settings: RuleSettings): boolean {
  const { isOn, least } = settingOf(settings, rule);
  return isOn && percent(confidence) >= percent(least);
}

/** How sure something is as a person reads it. */
export function percent(confidence: number): number {
  return Math.round(confidence * 100);
}
