import { type KeyboardEvent, useState } from 'react';
import type { Identifier } from '../../../core/model/identifier.ts';
import { describeArticle } from '../../../core/operations/gestures/change-article.ts';
import { performInList } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** The analyst's words about an article as a whole. */
export function ArticleNoteDialog({ articleId }: { readonly articleId: Identifier }) {
  const app = useApplication();
  const record = useProject((state) => state.articles.get(articleId)?.record);
  const [note, setNote] = useState(record?.note ?? '');
  if (record === undefined) return null;
  const close = () => app.interface.setState({ dialog: null });
  const save = () => {
    performInList(app, describeArticle(record, { note }, new Date().toISOString()));
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // The same keys mean something else outside.
    event.preventDefault();
    event.stopPropagation();
    save();
  };
  return (
    <Dialog
      title="Article note"
      onClose={close}
      onSubmit={save}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit">
            Save
          </Button>
        </>
      }
    >
      <label>
        <span className="field-label">
          <bdi>{record.title}</bdi>
        </span>
        <textarea
          className="text-field"
          dir="auto"
          rows={4}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
    </Dialog>
  );
}
