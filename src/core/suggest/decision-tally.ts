import type { Identifier } from '../model/identifier.ts';
import type { RefusedSuggestion } from '../model/refused-suggestion.ts';
import type { Span } from '../model/span.ts';
import { ruleOfOrigin } from '../operations/gestures/decide-suggestion.ts';

/** How often people agreed with a rule, and how often they did not. */
export interface RuleDecisions {
  readonly accepted: number;
  readonly refused: number;
}

/** Rules whose suggestions become a claim and, mostly, a speaker: one decision, counted by the claim. */
const ofAttributions: ReadonlySet<string> = new Set(['quotation', 'reported-speech', 'learnt']);

/**
 * Counts what became of the suggestions of each rule: accepted is what stands as an annotation whose origin names the rule, refused what an article remembers as
 * refused. An annotation that was deleted or tagged otherwise afterwards counts as neither.
 */
export class DecisionTally {
  readonly #claimTags: ReadonlySet<Identifier>;
  readonly #decisions = new Map<string, { accepted: number; refused: number }>();

  /** @param claimTags tags at which a `says` relation may end */
  constructor(claimTags: readonly Identifier[]) {
    this.#claimTags = new Set(claimTags);
  }

  addSpan({ origin, tag }: Pick<Span, 'origin' | 'tag'>): void {
    const rule = ruleOfOrigin(origin);
    if (rule === undefined || (ofAttributions.has(rule) && !this.#claimTags.has(tag))) return;
    this.#of(rule).accepted += 1;
  }

  addRefused({ rule }: Pick<RefusedSuggestion, 'rule'>): void {
    this.#of(rule).refused += 1;
  }

  /** What was counted up to now, by the id of the rule. */
  result(): ReadonlyMap<string, RuleDecisions> {
    return new Map([...this.#decisions].map(([rule, counts]) => [rule, { ...counts }]));
  }

  #of(rule: string): { accepted: number; refused: number } {
    const known = this.#decisions.get(rule) ?? { accepted: 0, refused: 0 };
    this.#decisions.set(rule, known);
    return known;
  }
}
