import { ContextMenu } from '@base-ui/react/context-menu';
import { type KeyboardEvent, type MouseEvent, useCallback, useRef, useState } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ArticleRow } from '../../app/articles/arrange-articles.ts';
import { articleAttribute } from '../../app/articles/article-targets.ts';
import { placeIds } from '../../app/places.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { ArticleFacts } from '../../workers/scan/article-facts.ts';
import { ArticleItem } from './article-item.tsx';
import { ArticleMenu } from './article-menu.tsx';
import { articleName } from './article-name.ts';
import { moveInList, pressInList, selectTo, toggleSelected } from './list-keys.ts';
import { useArticleDrag } from './use-article-drag.ts';

/** CSS pixels of an item with a title of one line, and of what some have beside; they are measured when they are drawn. */
const oneLineItem = 62;
const headingHeight = 30;
const extraLine = 21;

interface ArticleRowsProps {
  readonly rows: readonly ArticleRow[];
  readonly facts: ReadonlyMap<Identifier, ArticleFacts>;
  readonly selected: ReadonlySet<Identifier>;
  /** What is searched for. */
  readonly query: string;
}

/** The list itself, with its keys, its pointer and its menu. */
export function ArticleRows({ rows, facts, selected, query }: ArticleRowsProps) {
  const app = useApplication();
  const tags = useProject((state) => state.project.tagSet.tags);
  const openId = useProject((state) => state.open?.record.id);
  const ids = useSameIds(rows);
  const current = openId === undefined ? -1 : ids.indexOf(openId);
  const { drag, onPointerDown } = useArticleDrag(ids);
  const [menuFor, setMenuFor] = useState<readonly Identifier[]>([]);

  const keyOf = useCallback((index: number) => ids[index] ?? String(index), [ids]);
  const choose = useCallback(
    (id: Identifier, event: MouseEvent) => {
      const { anchor } = app.articleList.store.getState();
      const open = app.workbench.project.getState().open?.record.id;
      if (event.shiftKey) selectTo(app, ids, anchor ?? open ?? id, ids.indexOf(id));
      else if (event.ctrlKey || event.metaKey) toggleSelected(app, id);
      else {
        app.articleList.clearSelection();
        app.interface.setState({ drawer: null, view: 'text' });
        app.workbench.openArticle(id).then(() => app.textView.current?.focus(), app.reportFault);
      }
    },
    [app, ids],
  );
  const onItemKey = (event: KeyboardEvent, index: number) => {
    if (pressInList(app, ids, event, index)) event.preventDefault();
  };
  const onContextMenu = (event: MouseEvent) => {
    const item = event.target instanceof Element ? event.target.closest(`[${articleAttribute}]`) : null;
    const id = item?.getAttribute(articleAttribute);
    setMenuFor(id == null ? [] : selected.has(id) ? [...selected] : [id]);
  };

  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        className="articles-list"
        data-dragging={drag === null ? undefined : true}
        onPointerDown={onPointerDown}
        onContextMenu={onContextMenu}
      >
        <VirtualList
          label={t('panels.articles.articlesOfTheProject')}
          count={rows.length}
          keyOf={keyOf}
          nameOf={(index) => nameOf(index)}
          estimateHeight={(index) => heightOf(rows[index])}
          current={current}
          answerTo={query.trim() === '' ? undefined : query}
          moveOf={(event, index) => moveInList(app, ids, event, index)}
          onItemKey={onItemKey}
          renderItem={({ index, isTabStop, isCurrent }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { summary, heading, excerpt } = row;
            const { id } = summary.record;
            return (
              <>
                {heading === null ? null : (
                  <div className="article-group" aria-hidden="true" dir="auto">
                    {heading}
                  </div>
                )}
                <ArticleItem
                  {...{ summary, excerpt, tags, isTabStop, isCurrent }}
                  facts={facts.get(id)}
                  isSelected={selected.has(id)}
                  drop={dropAt(drag?.to, index, rows.length)}
                  onChoose={choose}
                />
              </>
            );
          }}
        />
      </ContextMenu.Trigger>
      <ContextMenu.Portal container={document.getElementById(placeIds.menus)}>
        <ContextMenu.Positioner className="popover-place" collisionPadding={8}>
          {menuFor.length === 0 ? null : <ArticleMenu ids={menuFor} />}
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );

  function nameOf(index: number): string {
    const summary = rows[index]?.summary;
    if (summary === undefined) return '';
    const { id } = summary.record;
    return articleName(summary, facts.get(id), selected.has(id));
  }
}

/** The ids of the rows: the same array as long as they are the same, so that a change within an article moves nothing in the list. */
function useSameIds(rows: readonly ArticleRow[]): readonly Identifier[] {
  const last = useRef<readonly Identifier[]>([]);
  const isSame =
    last.current.length === rows.length &&
    rows.every(({ summary }, i) => summary.record.id === last.current[i]);
  if (!isSame) last.current = rows.map(({ summary }) => summary.record.id);
  return last.current;
}

function heightOf(row: ArticleRow | undefined): number {
  if (row === undefined) return oneLineItem;
  const { heading, excerpt, summary } = row;
  return (
    oneLineItem +
    (heading === null ? 0 : headingHeight) +
    (excerpt === null ? 0 : extraLine) +
    (summary.record.labels.length === 0 ? 0 : extraLine)
  );
}

function dropAt(to: number | undefined, index: number, count: number): 'before' | 'after' | null {
  if (to === index) return 'before';
  return to === count && index === count - 1 ? 'after' : null;
}
