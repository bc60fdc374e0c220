import { Menu } from '@base-ui/react/menu';
import { Ellipsis, X } from 'lucide-react';
import { t } from '../../../core/messages/translate.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { placeIds } from '../../app/places.ts';
import { useApplication } from '../../app/use-application.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ArticleMenu } from './article-menu.tsx';

/** Says how many articles are selected, which commands are then about, and offers what can be done with them. */
export function SelectionBar({ ids }: { readonly ids: readonly Identifier[] }) {
  const { articleList } = useApplication();
  return (
    <fieldset className="articles-selection" aria-label={t('panels.articles.selectedArticles')}>
      <span>{t('panels.articles.idsSelected', { ids: grouped(ids.length) })}</span>
      <Menu.Root modal={false}>
        <Menu.Trigger className="button" data-kind="quiet">
          <Ellipsis size={15} aria-hidden="true" />
          {t('panels.articles.change')}
        </Menu.Trigger>
        <Menu.Portal container={document.getElementById(placeIds.menus)}>
          <Menu.Positioner className="popover-place" sideOffset={4} align="end" collisionPadding={8}>
            <ArticleMenu ids={ids} />
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <IconButton
        icon={X}
        label={t('panels.articles.selectNone')}
        onClick={() => articleList.clearSelection()}
      />
    </fieldset>
  );
}
