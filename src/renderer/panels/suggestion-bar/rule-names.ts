import { t } from '../../../core/messages/translate.ts';
import type { RuleId } from '../../../core/suggest/suggestion.ts';

/** What the person reads for a rule. */
export const ruleNames: Readonly<Record<RuleId, string>> = {
  quotation: t('panels.suggestionBar.quotations'),
  'reported-speech': t('panels.suggestionBar.reportedSpeech'),
  date: t('panels.suggestionBar.wordsForTimes'),
  gazetteer: t('panels.suggestionBar.places'),
  'place-words': t('panels.suggestionBar.wordsForPlaces'),
  learnt: t('panels.suggestionBar.learntFromYou'),
  'same-again': t('panels.suggestionBar.moreOfTheSame'),
};
