import { useDeferredValue, useMemo, useState } from 'react';
import type { Identifier } from '../../../core/model/identifier.ts';
import { count } from '../../../core/text/number-words.ts';
import { searchKey } from '../../../core/text/search-key.ts';
import { restore } from '../../app/articles/article-actions.ts';
import { trashedArticles } from '../../app/list-articles.ts';
import { removeArticle } from '../../app/remove-article.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { spanCount } from '../../store/ledger.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import './trash.css';

const itemHeight = 42;

/** From so many on there is something to search through. */
const fewest = 8;

/** Articles in the trash, to be brought back, one or all that are shown, or taken out of the project. */
export function TrashDialog() {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const readOnly = useProject((state) => state.saving.kind === 'readOnly');
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query);
  const trashed = useMemo(() => trashedArticles(articles), [articles]);
  const shown = useMemo(() => {
    const key = searchKey(sought).trim();
    return key === '' ? trashed : trashed.filter(({ record }) => searchKey(record.title).includes(key));
  }, [trashed, sought]);
  const close = () => app.interface.setState({ dialog: null });

  const bringBack = async (ids: readonly Identifier[]) => {
    const [first] = ids;
    if (!restore(app, ids)) return;
    if (ids.length > 1) app.notices.inform(`${count(ids.length, 'article')} are back in the list.`);
    else if (first !== undefined) await app.workbench.openArticle(first);
  };
  const remove = async ({ record, order }: ArticleSummary) => {
    const article = await app.workbench.readArticle(record.id);
    if (!app.workbench.commit(removeArticle(article, order), `remove “${record.title}”`)) return;
    const made = count(article.spans.size, 'annotation');
    app.notices.inform(`“${record.title}” was removed with its ${made}. Undo brings it back.`);
  };

  return (
    <Dialog
      title="Trash"
      onClose={close}
      onSubmit={close}
      actions={
        <>
          {shown.length > 1 ? (
            <Button
              disabled={readOnly}
              onClick={() => void bringBack(shown.map(({ record }) => record.id)).catch(app.reportFault)}
            >
              Restore {count(shown.length, 'article')}
            </Button>
          ) : null}
          <Button kind="primary" type="submit">
            Close
          </Button>
        </>
      }
    >
      {trashed.length === 0 ? <p className="soft">The trash is empty.</p> : null}
      {trashed.length >= fewest ? (
        <input
          type="search"
          className="text-field"
          aria-label="Search the trash"
          placeholder="Search by title"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      ) : null}
      {trashed.length > 0 && shown.length === 0 ? (
        <p className="soft">No article in the trash has these words in its title.</p>
      ) : null}
      {shown.length === 0 ? null : (
        <div className="trash-list" style={{ height: Math.min(shown.length * itemHeight + 8, 380) }}>
          <VirtualList
            label="Articles in the trash"
            count={shown.length}
            keyOf={(index) => shown[index]?.record.id ?? String(index)}
            nameOf={(index) => shown[index]?.record.title ?? ''}
            estimateHeight={() => itemHeight}
            current={-1}
            renderItem={({ index, isTabStop }) => {
              const summary = shown[index];
              if (summary === undefined) return null;
              const { id, title } = summary.record;
              return (
                <div className="trash-item">
                  <div>
                    <bdi>{title}</bdi>{' '}
                    <span className="soft">· {count(spanCount(summary), 'annotation')}</span>
                  </div>
                  <Button
                    data-tab-stop
                    tabIndex={isTabStop ? 0 : -1}
                    disabled={readOnly}
                    aria-label={`Restore ${title}`}
                    onClick={() => void bringBack([id]).catch(app.reportFault)}
                  >
                    Restore
                  </Button>
                  <Button
                    tabIndex={isTabStop ? 0 : -1}
                    disabled={readOnly}
                    aria-label={`Remove ${title}`}
                    onClick={() => void remove(summary).catch(app.reportFault)}
                  >
                    Remove
                  </Button>
                </div>
              );
            }}
          />
        </div>
      )}
    </Dialog>
  );
}
