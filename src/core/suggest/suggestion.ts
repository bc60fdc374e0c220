import type { DateValue, PlaceValue } from '../model/attribute-value.ts';
import type { Fragment } from '../model/fragment.ts';

/** What proposes something: each has a page of its own, can be switched off, and learns from what is decided about what it proposed. */
export type RuleId = (typeof ruleIds)[number];
export const ruleIds = [
  'quotation',
  'reported-speech',
  'date',
  'gazetteer',
  'place-words',
  'learnt',
  'same-again',
] as const;

/** Why something is proposed, in parts that follow on each other: “quotation marks”, “‘said’ beside it”. */
export type Reason = readonly string[];

/** What every proposal says of itself. */
export interface Proposed {
  readonly rule: RuleId;
  /** From 0 to 1: how often proposals like this one are right, as far as that was measured. */
  readonly confidence: number;
  readonly reason: Reason;
}

/** A claim with its speaker, or without one who is named. Offsets in UTF-16 units. */
export interface AttributionSuggestion extends Proposed {
  readonly claim: readonly Fragment[];
  readonly form: 'direct' | 'indirect' | 'mixed';
  readonly speaker: Fragment | undefined;
  /** For a pronoun: the name that it most likely stands for, which was said to speak before. */
  readonly standsFor?: Fragment;
  /** The words that say that it is said. */
  readonly cue: Fragment | undefined;
}

/** Words for a time and what they come to. Offsets in UTF-16 units. */
export interface DateSuggestion extends Proposed {
  readonly fragments: readonly [Fragment];
  /** Null where the person has to say: 03/04, or words that count from a day of publication that is not known. */
  readonly value: DateValue | null;
}

/** A place that is named. Offsets in UTF-16 units. */
export interface PlaceSuggestion extends Proposed {
  readonly fragments: readonly [Fragment];
  /** Null where the person has to say where it is. */
  readonly place: PlaceValue | null;
  /** How many other places go by the same name. */
  readonly others: number;
}
