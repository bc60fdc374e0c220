import { t } from '../../../core/messages/translate.ts';
import { count } from '../../../core/text/number-words.ts';
import { stateName } from '../../app/articles/state-words.ts';
import { spanCount } from '../../store/ledger.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import type { ArticleFacts } from '../../workers/scan/article-facts.ts';

/** The name of an item of the list: the title first, then all that the pictures beside it say. */
export function articleName(
  summary: ArticleSummary,
  facts: ArticleFacts | undefined,
  isSelected: boolean,
): string {
  const { title, state, source, labels, note } = summary.record;
  const { flagged = 0, unattributed = 0 } = facts ?? {};
  return [
    title,
    stateName(state).toLowerCase(),
    ...(source.fileName === '' ? [] : [source.fileName]),
    t('panels.articles.annotations', { annotations: spanCount(summary) }),
    ...(flagged > 0 ? [`${flagged} flagged`] : []),
    ...(unattributed > 0 ? [`${count(unattributed, 'claim')} without a speaker`] : []),
    ...(labels.length > 0 ? [`labelled ${labels.join(', ')}`] : []),
    ...(note === '' ? [] : ['has a note']),
    ...(isSelected ? ['selected'] : []),
  ].join(', ');
}
