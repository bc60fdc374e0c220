import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../../core/messages/translate.ts';
import { isFiltering } from '../../app/articles/article-filter.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { filterChoices } from './filter-choices.ts';

/** What the list is narrowed down by, each with a button that takes it away. Labels that no article has any more can still be taken away. */
export function FilterChips() {
  const { articleList } = useApplication();
  const filter = useStore(articleList.store, (state) => state.filter);
  const tags = useProject((state) => state.project.tagSet.tags);
  if (!isFiltering(filter)) return null;
  const chosen = filterChoices(tags, filter.labels).filter((choice) => choice.isIn(filter));
  return (
    // No list: the items of this panel are its articles.
    <fieldset className="filter-chips" aria-label={t('panels.articles.filtersInForce')}>
      {chosen.map((choice) => (
        <button
          key={choice.key}
          type="button"
          className="filter-chip"
          aria-label={t('panels.articles.removeFilterChip', { chip: choice.chip })}
          onClick={() => articleList.setFilter(choice.toggle(filter))}
        >
          <bdi>{choice.chip}</bdi>
          <X size={12} aria-hidden="true" />
        </button>
      ))}
    </fieldset>
  );
}
