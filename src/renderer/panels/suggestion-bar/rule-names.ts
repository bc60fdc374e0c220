import type { RuleId } from '../../../core/suggest/suggestion.ts';

/** What the person reads for a rule. */
export const ruleNames: Readonly<Record<RuleId, string>> = {
  quotation: 'Quotations',
  'reported-speech': 'Reported speech',
  date: 'Words for times',
  gazetteer: 'Places',
  'place-words': 'Words for places',
  learnt: 'Learnt from you',
  'same-again': 'More of the same',
};
