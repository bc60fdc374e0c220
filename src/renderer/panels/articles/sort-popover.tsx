import { Popover } from '@base-ui/react/popover';
import { ArrowDownUp } from 'lucide-react';
import { useId } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { ArticleGroups, ArticleSort } from '../../app/articles/sort-articles.ts';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';

const sorts: readonly { readonly value: ArticleSort; readonly label: string }[] = [
  { value: 'list', label: t('panels.articles.listOrder') },
  { value: 'title', label: t('panels.articles.title') },
  { value: 'date', label: t('panels.articles.publicationDateLatestFirst') },
  { value: 'added', label: t('panels.articles.addedLatestFirst') },
  { value: 'annotations', label: t('panels.articles.annotationsMostFirst') },
  { value: 'state', label: t('panels.articles.state') },
];

const groupings: readonly { readonly value: ArticleGroups; readonly label: string }[] = [
  { value: 'none', label: t('panels.articles.noGroups') },
  { value: 'state', label: t('panels.articles.state') },
  { value: 'label', label: t('panels.articles.firstLabel') },
];

/** How the list is ordered and divided, behind one button. Kept with the settings. */
export function SortPopover() {
  const { settings } = useApplication();
  const sort = useSettings((state) => state.articleSort);
  const reversed = useSettings((state) => state.articleSortReversed);
  const groups = useSettings((state) => state.articleGroups);
  const heading = useId();
  const isPlain = sort === 'list' && !reversed && groups === 'none';
  return (
    <Popover.Root>
      <Popover.Trigger
        className="button icon-button"
        data-kind="quiet"
        aria-label={t('panels.articles.sortAndGroupArticles')}
        title={t('panels.articles.sortAndGroupArticles')}
        data-active={isPlain ? undefined : true}
      >
        <ArrowDownUp size={16} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-place" sideOffset={6} align="start" collisionPadding={8}>
          <Popover.Popup className="popover" aria-labelledby={heading}>
            <h2 className="popover-title" id={heading}>
              {t('panels.articles.orderOfTheArticles')}
            </h2>
            <div className="popover-body">
              <ChoiceGroup
                label={t('panels.articles.sortBy')}
                value={sort}
                choices={sorts}
                onChange={(articleSort) => settings.change({ articleSort })}
              />
              <label className="check-field">
                <input
                  type="checkbox"
                  checked={reversed}
                  onChange={(event) => settings.change({ articleSortReversed: event.target.checked })}
                />
                {t('panels.articles.theOtherWayRound')}
              </label>
              <ChoiceGroup
                label={t('panels.articles.groupBy')}
                value={groups}
                choices={groupings}
                onChange={(articleGroups) => settings.change({ articleGroups })}
              />
            </div>
            <div className="popover-actions">
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
