import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { ArticleStateName } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { markArticles, mayMove, move, trash } from '../../app/articles/article-actions.ts';
import { recordsOf } from '../../app/articles/article-targets.ts';
import { stateNames } from '../../app/articles/state-words.ts';
import { canWrite } from '../../app/preconditions.ts';
import { useApplication } from '../../app/use-application.ts';
import { stateKeys } from './state-keys.ts';

/** All that can be done with articles of the list, for a menu at the pointer and one behind a button. */
export function ArticleMenu({ ids }: { readonly ids: readonly Identifier[] }) {
  const app = useApplication();
  const records = recordsOf(app, ids);
  const states = new Set(records.map(({ state }) => state));
  const [only] = states.size === 1 ? states : [];
  const one = ids.length === 1 ? ids[0] : undefined;
  const isFixed = !canWrite(app);
  const isPlaced = isFixed || one === undefined || !mayMove(app);
  return (
    <Menu.Popup
      className="menu"
      aria-label={
        one === undefined
          ? t('panels.articles.idsArticles', { ids: ids.length })
          : t('panels.articles.article')
      }
    >
      {one === undefined ? null : (
        <>
          <Entry onChoose={() => void app.workbench.openArticle(one).catch(app.reportFault)}>
            {t('panels.articles.open')}
          </Entry>
          <Menu.Separator className="menu-line" />
        </>
      )}
      <Menu.RadioGroup
        value={only ?? null}
        onValueChange={(state: ArticleStateName) => markArticles(app, ids, state)}
      >
        {stateNames.map(({ value, label }) => (
          <Menu.RadioItem key={value} value={value} className="menu-entry" disabled={isFixed} closeOnClick>
            <Menu.RadioItemIndicator className="menu-mark">•</Menu.RadioItemIndicator>
            <span className="menu-words">{label}</span>
            <span className="menu-key" aria-hidden="true">
              {stateKeys[value]}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Separator className="menu-line" />
      <Entry
        disabled={isFixed}
        keys="L"
        onChoose={() => app.interface.setState({ dialog: { kind: 'labels', articles: ids } })}
      >
        {t('panels.articles.labels')}
      </Entry>
      {one === undefined ? null : (
        <>
          <Entry
            disabled={isFixed}
            keys="N"
            onChoose={() => app.interface.setState({ dialog: { kind: 'articleNote', article: one } })}
          >
            {t('panels.articles.note')}
          </Entry>
          <Entry
            keys="F2"
            onChoose={() => app.interface.setState({ dialog: { kind: 'details', article: one } })}
          >
            {t('panels.articles.details')}
          </Entry>
          <Menu.Separator className="menu-line" />
          <Entry disabled={isPlaced} keys="Alt+↑" onChoose={() => move(app, one, 'up')}>
            {t('panels.articles.moveUp')}
          </Entry>
          <Entry disabled={isPlaced} keys="Alt+↓" onChoose={() => move(app, one, 'down')}>
            {t('panels.articles.moveDown')}
          </Entry>
          <Entry disabled={isPlaced} onChoose={() => move(app, one, 'top')}>
            {t('panels.articles.moveToTop')}
          </Entry>
          <Entry disabled={isPlaced} onChoose={() => move(app, one, 'end')}>
            {t('panels.articles.moveToEnd')}
          </Entry>
        </>
      )}
      <Menu.Separator className="menu-line" />
      <Entry disabled={isFixed} keys="Delete" onChoose={() => void trash(app, ids).catch(app.reportFault)}>
        {t('panels.articles.moveToTrash')}
      </Entry>
    </Menu.Popup>
  );
}

interface EntryProps {
  readonly onChoose: () => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  /** Shown beside the words: the key that does the same in the list. */
  readonly keys?: string;
}

function Entry({ onChoose, children, disabled = false, keys }: EntryProps) {
  return (
    <Menu.Item className="menu-entry" disabled={disabled} onClick={onChoose}>
      <span className="menu-words">{children}</span>
      {keys === undefined ? null : (
        <span className="menu-key" aria-hidden="true">
          {keys}
        </span>
      )}
    </Menu.Item>
  );
}
