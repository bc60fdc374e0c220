import { Popover } from '@base-ui/react/popover';
import { ListFilter } from 'lucide-react';
import { type ReactNode, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../core/messages/translate.ts';
import { type ArticleFilter, isFiltering, noFilter } from '../../app/articles/article-filter.ts';
import { labelsInUse } from '../../app/articles/label-choices.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { type FilterChoice, filterChoices } from './filter-choices.ts';

/** What the list can be narrowed down by, behind one button. */
export function FilterPopover() {
  const { articleList } = useApplication();
  const filter = useStore(articleList.store, (state) => state.filter);
  const heading = useId();
  return (
    <Popover.Root>
      <Popover.Trigger
        className="button icon-button"
        data-kind="quiet"
        aria-label={t('panels.articles.filterArticles')}
        title={t('panels.articles.filterArticles')}
        data-active={isFiltering(filter) || undefined}
      >
        <ListFilter size={16} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-place" sideOffset={6} align="start" collisionPadding={8}>
          <Popover.Popup className="popover" aria-labelledby={heading}>
            <h2 className="popover-title" id={heading}>
              {t('panels.articles.showOnlyArticles')}
            </h2>
            <Choices filter={filter} onChange={(changed) => articleList.setFilter(changed)} />
            <div className="popover-actions">
              <Button disabled={!isFiltering(filter)} onClick={() => articleList.setFilter(noFilter)}>
                {t('panels.articles.showAll')}
              </Button>
              <Popover.Close className="button" data-kind="primary">
                {t('panels.articles.close')}
              </Popover.Close>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ChoicesProps {
  readonly filter: ArticleFilter;
  readonly onChange: (filter: ArticleFilter) => void;
}

function Choices({ filter, onChange }: ChoicesProps) {
  const articles = useProject((state) => state.articles);
  const tags = useProject((state) => state.project.tagSet.tags);
  const labels = useMemo(() => labelsInUse(articles.values()), [articles]);
  const choices = filterChoices(tags, labels);
  const groupOf = (kind: FilterChoice['kind'], legend: string): ReactNode => {
    const own = choices.filter((choice) => choice.kind === kind);
    return own.length === 0 ? null : (
      <fieldset key={kind} className="choice-group">
        <legend className="field-label">{legend}</legend>
        {own.map((choice) => (
          <label key={choice.key} className="check-field">
            <input
              type="checkbox"
              checked={choice.isIn(filter)}
              onChange={() => onChange(choice.toggle(filter))}
            />
            <bdi>{choice.label}</bdi>
          </label>
        ))}
      </fieldset>
    );
  };
  return (
    <div className="popover-body">
      {groupOf('states', t('panels.articles.whoseStateIs'))}
      {groupOf('flags', t('panels.articles.that'))}
      {groupOf('tags', t('panels.articles.inWhichIsTagged'))}
      {groupOf('labels', t('panels.articles.labelled'))}
    </div>
  );
}
