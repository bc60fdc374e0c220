import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { likelyKind } from '../../../core/cast/name-likeness.ts';
import type { Entity } from '../../../core/model/entity.ts';
import { assignEntity } from '../../../core/operations/gestures/assign-entity.ts';
import { newEntity, unknownBut } from '../../../core/operations/gestures/change-cast.ts';
import { performOnCast } from '../../app/cast.ts';
import { authorshipNow } from '../../app/perform.ts';
import { useApplication } from '../../app/use-application.ts';
import { EntityOptions } from '../../panels/cast/entity-options.tsx';
import type { Workbench } from '../../store/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { UnassignedWords } from '../../workers/scan/unassigned-speakers.ts';
import { touchedWords } from './touched-words.ts';
import { useSpans } from './use-spans.ts';

interface AssignDialogProps {
  readonly groups: readonly UnassignedWords[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for whom speakers with the same words stand, and says what the answer touches before it is done. */
export function AssignDialog({ groups, onClose, onDone }: AssignDialogProps) {
  const app = useApplication();
  // The list may be read anew underneath; what was ticked when this was opened is meant.
  const [meant] = useState(groups);
  const [entity, setEntity] = useState<Entity | null>(null);
  const words = meant[0]?.words ?? '';
  const subject = useMemo(() => ({ words, start: 0, mentions: [] }), [words]);
  const read = useCallback(
    (workbench: Workbench) => workbench.spansAt(meant.flatMap(({ spans }) => spans)),
    [meant],
  );
  const spans = useSpans(read);
  const submit = useRef<HTMLButtonElement>(null);
  const isReady = entity !== null && spans !== null;
  useEffect(() => {
    // Whoever has chosen goes on with Enter.
    if (isReady) submit.current?.focus();
  }, [isReady]);
  const assign = () => {
    if (spans === null || entity === null) return;
    const isDone = performOnCast(app, (cast, by, current) =>
      assignEntity({ spans, entity, cast }, by, current),
    );
    if (!isDone) return;
    app.notices.inform(`${touchedWords(spans)} assigned to ${entity.name}. Undo takes it back.`);
    onDone();
    onClose();
  };
  const others = meant.length - 1;
  const title = others === 0 ? `Who is “${words}”?` : `Who are “${words}” and ${others} more?`;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={assign}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button ref={submit} kind="primary" type="submit" disabled={!isReady}>
            Assign
          </Button>
        </>
      }
    >
      <div className="cast-choice">
        <EntityOptions
          subject={subject}
          chosen={entity ?? undefined}
          onChoose={setEntity}
          onNew={(name) =>
            setEntity(newEntity(unknownBut(name, likelyKind(name)), authorshipNow(app)) ?? null)
          }
        />
      </div>
      <p role="status" className="cast-preview">
        {spans === null
          ? 'Reading the project…'
          : entity === null
            ? `${touchedWords(spans)} would change.`
            : `${touchedWords(spans)} will stand for ${entity.name}. One undo takes it back.`}
      </p>
    </Dialog>
  );
}
