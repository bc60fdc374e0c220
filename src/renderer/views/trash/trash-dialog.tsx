import { useMemo } from 'react';
import { restoreArticle } from '../../../core/operations/gestures/change-article.ts';
import { count } from '../../app/count-words.ts';
import { trashedArticles } from '../../app/list-articles.ts';
import { perform } from '../../app/perform.ts';
import { removeArticle } from '../../app/remove-article.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './trash.css';

/** Articles in the trash, to be brought back or taken out of the project. */
export function TrashDialog() {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const readOnly = useProject((state) => state.saving.kind === 'readOnly');
  const trashed = useMemo(() => trashedArticles(articles), [articles]);
  const close = () => app.interface.setState({ dialog: null });

  const restore = async ({ record }: ArticleSummary) => {
    if (perform(app, restoreArticle(record, new Date().toISOString())))
      await app.workbench.openArticle(record.id);
  };
  const remove = async ({ record }: ArticleSummary) => {
    const article = await app.workbench.readArticle(record.id);
    if (!app.workbench.commit(removeArticle(article), `remove “${record.title}”`)) return;
    const made = count(article.spans.size, 'annotation');
    app.notices.inform(`“${record.title}” was removed with its ${made}. Undo brings it back.`);
  };

  return (
    <Dialog
      title="Trash"
      onClose={close}
      onSubmit={close}
      actions={
        <Button kind="primary" type="submit">
          Close
        </Button>
      }
    >
      {trashed.length === 0 ? <p className="soft">The trash is empty.</p> : null}
      <ul className="trash-list" aria-label="Articles in the trash">
        {trashed.map((summary) => {
          const { id, title } = summary.record;
          const total = Object.values(summary.counts).reduce((sum, number) => sum + number, 0);
          return (
            <li key={id} className="trash-item">
              <div>
                <bdi>{title}</bdi> <span className="soft">· {count(total, 'annotation')}</span>
              </div>
              <Button
                disabled={readOnly}
                aria-label={`Restore ${title}`}
                onClick={() => void restore(summary).catch(app.reportFault)}
              >
                Restore
              </Button>
              <Button
                disabled={readOnly}
                aria-label={`Remove ${title}`}
                onClick={() => void remove(summary).catch(app.reportFault)}
              >
                Remove
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
