import { useCallback } from 'react';
import type { Entity } from '../../../core/model/entity.ts';
import { removeEntity } from '../../../core/operations/gestures/change-cast.ts';
import { performOnCast } from '../../app/cast.ts';
import { useApplication } from '../../app/use-application.ts';
import type { Workbench } from '../../store/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { touchedWords } from './touched-words.ts';
import { useSpans } from './use-spans.ts';

interface RemoveDialogProps {
  readonly entity: Entity;
  readonly onClose: () => void;
}

/** Says what taking somebody out of the cast touches before it is done. */
export function RemoveDialog({ entity, onClose }: RemoveDialogProps) {
  const app = useApplication();
  const read = useCallback((workbench: Workbench) => workbench.spansOfEntity(entity.id), [entity.id]);
  const spans = useSpans(read);
  const remove = () => {
    if (spans === null) return;
    const isDone = performOnCast(app, (cast, by, current) => removeEntity(cast, entity, spans, by, current));
    if (!isDone) return;
    app.interface.setState({ castSubject: null });
    app.notices.inform(`${entity.name} is no longer in the cast. Undo brings everything back.`);
    onClose();
  };
  return (
    <Dialog
      title={`Delete “${entity.name}”`}
      alert
      focusFirst="default"
      onClose={onClose}
      onSubmit={remove}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={spans === null}>
            Delete
          </Button>
        </>
      }
    >
      <p role="status">{spans === null ? 'Reading the project…' : consequence(entity, spans)}</p>
    </Dialog>
  );
}

function consequence({ name }: Entity, spans: readonly { readonly articleId: string }[]): string {
  return spans.length === 0
    ? `Nothing in the articles stands for ${name}.`
    : `${touchedWords(spans)} ${spans.length === 1 ? 'stands' : 'stand'} for ${name}. They stay, and stand for nobody. One undo brings everything back.`;
}
