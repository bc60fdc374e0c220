import { count, grouped } from '../../../core/text/number-words.ts';
import type { ConcordanceState } from '../../app/concordance/concordance-state.ts';

/** What stands where the rows would be. */
export function emptyWords({ search, status, found }: ConcordanceState): string {
  if (status === 'running') return 'Searching…';
  if (status === 'idle') {
    return 'Type words to see every place in the project where they stand, with what is around them. A row can be tagged with Enter, or skipped with S.';
  }
  if (status === 'failed') return 'Nothing is shown.';
  if (status === 'stopped' && found === 0) return 'Stopped before anything was found.';
  const { mode, foldDiacritics, matchCase } = search.query;
  const isNarrow = mode === 'wholeWord' || !foldDiacritics || matchCase;
  const what = search.scope === 'text' ? 'The words stand in no article' : 'No annotation fits';
  return isNarrow ? `${what} with these switches on.` : `${what}.`;
}

/** How much was found, and how far the search has come. */
export function countWords(concordance: ConcordanceState): string {
  const { status, rows, gone, found, articlesFound, articlesRead, articlesTotal } = concordance;
  if (status === 'idle') return '';
  const there = rows.length - gone.size;
  const shown = there < found ? ` · first ${grouped(there)} shown` : '';
  const far =
    status === 'running'
      ? ` · ${grouped(articlesRead)} of ${count(articlesTotal, 'article')} read`
      : status === 'stopped'
        ? ` · stopped after ${count(articlesRead, 'article')}`
        : '';
  return `${grouped(found)} in ${count(articlesFound, 'article')}${shown}${far}`;
}
