import { useCallback, useState } from 'react';
import { likelyKind } from '../../../core/cast/name-likeness.ts';
import type { Entity } from '../../../core/model/entity.ts';
import { unknownBut } from '../../../core/operations/gestures/change-cast.ts';
import { splitEntity } from '../../../core/operations/gestures/merge-entities.ts';
import { performOnCast } from '../../app/cast.ts';
import { useApplication } from '../../app/use-application.ts';
import type { Workbench } from '../../store/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ListedSpan } from '../../workers/scan/entity-mentions.ts';
import { type NameAndKind, NameForm } from './name-form.tsx';
import { touchedWords } from './touched-words.ts';
import { useSpans } from './use-spans.ts';

interface SplitDialogProps {
  readonly entity: Entity;
  readonly chosen: readonly ListedSpan[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Makes somebody new of ticked mentions. */
export function SplitDialog({ entity, chosen, onClose, onDone }: SplitDialogProps) {
  const app = useApplication();
  // The list may be read anew underneath; what was ticked when this was opened is meant.
  const [meant] = useState(chosen);
  const [facts, setFacts] = useState<NameAndKind>(() => {
    const name = meant[0]?.words ?? '';
    return { name, kind: likelyKind(name) };
  });
  const read = useCallback(
    (workbench: Workbench) => workbench.spansAt(meant.map(({ articleId, id }) => [articleId, id] as const)),
    [meant],
  );
  const spans = useSpans(read);
  const split = () => {
    if (spans === null) return;
    const isDone = performOnCast(app, (cast, by, current) =>
      splitEntity(cast, spans, unknownBut(facts.name, facts.kind), by, current),
    );
    if (!isDone) return;
    const added = app.workbench.project.getState().project.entities.at(-1);
    if (added !== undefined) app.interface.setState({ castSubject: { kind: 'entity', id: added.id } });
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={`Split “${entity.name}”`}
      onClose={onClose}
      onSubmit={split}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={spans === null || facts.name.trim() === ''}>
            Move to new
          </Button>
        </>
      }
    >
      <NameForm value={facts} onChange={setFacts} />
      <p role="status" className="cast-preview">
        {spans === null
          ? 'Reading the project…'
          : `${touchedWords(spans)} will stand for somebody new. One undo takes it back.`}
      </p>
    </Dialog>
  );
}
