import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../../bridge/settings.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { tagWithValue } from '../../../core/operations/gestures/decide-suggestion.ts';
import { isWanted } from '../../../core/suggest/rule-setting.ts';
import type { Workbench } from '../../store/workbench.ts';
import type { ScanClient } from '../../workers/scan/scan-client.ts';
import type { SuggestedInArticle } from '../../workers/scan/suggest-in-project.ts';
import type { LearntStore } from './learnt-store.ts';

interface SuggestingWith {
  readonly workbench: Workbench;
  readonly scans: ScanClient;
  readonly settings: StoreApi<Settings>;
  readonly learnt: LearntStore['store'];
  /** Its address. */
  readonly gazetteer: string;
}

/** What the rules in force are sure enough of in some articles, one after the other, made in a worker. */
export async function* suggestInArticles(
  { workbench, scans, settings, learnt, gazetteer }: SuggestingWith,
  articles: readonly Identifier[],
): AsyncGenerator<SuggestedInArticle> {
  const placeTag = tagWithValue(workbench.project.getState().project.tagSet, 'place')?.id ?? null;
  const args = { articles, placeTag, gazetteer, learnt: learnt.getState().inForce };
  for await (const { articleId, suggestions } of scans.run('suggestInProject', args)) {
    const { suggestionRules } = settings.getState();
    yield { articleId, suggestions: suggestions.filter(({ of }) => isWanted(of, suggestionRules)) };
  }
}
