import { Popover } from '@base-ui/react/popover';
import { ArrowDownUp } from 'lucide-react';
import { useId } from 'react';
import type { ArticleGroups, ArticleSort } from '../../app/articles/sort-articles.ts';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';

const sorts: readonly { readonly value: ArticleSort; readonly label: string }[] = [
  { value: 'list', label: 'List order' },
  { value: 'title', label: 'Title' },
  { value: 'date', label: 'Publication date, latest first' },
  { value: 'added', label: 'Added, latest first' },
  { value: 'annotations', label: 'Annotations, most first' },
  { value: 'state', label: 'State' },
];

const groupings: readonly { readonly value: ArticleGroups; readonly label: string }[] = [
  { value: 'none', label: 'No groups' },
  { value: 'state', label: 'State' },
  { value: 'label', label: 'First label' },
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
        aria-label="Sort and group articles"
        title="Sort and group articles"
        data-active={isPlain ? undefined : true}
      >
        <ArrowDownUp size={16} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-place" sideOffset={6} align="start" collisionPadding={8}>
          <Popover.Popup className="popover" aria-labelledby={heading}>
            <h2 className="popover-title" id={heading}>
              Order of the articles
            </h2>
            <div className="popover-body">
              <ChoiceGroup
                label="Sort by"
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
                The other way round
              </label>
              <ChoiceGroup
                label="Group by"
                value={groups}
                choices={groupings}
                onChange={(articleGroups) => settings.change({ articleGroups })}
              />
            </div>
            <div className="popover-actions">
              <Popover.Close className="button" data-kind="primary">
                Close
              </Popover.Close>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
