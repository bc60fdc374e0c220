import { useState } from 'react';
import { entitiesNamed } from '../../../core/cast/entity-names.ts';
import { addEntity, unknownBut } from '../../../core/operations/gestures/change-cast.ts';
import { performOnCast } from '../../app/cast.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type NameAndKind, NameForm } from './name-form.tsx';

/** Adds somebody to the cast. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApplication();
  const cast = useProject((state) => state.project.entities);
  const [facts, setFacts] = useState<NameAndKind>({ name: '', kind: 'person' });
  const [twin] = entitiesNamed(cast, facts.name);
  const add = () => {
    const isDone = performOnCast(app, (now, by, current) =>
      addEntity(now, unknownBut(facts.name, facts.kind), by, current),
    );
    if (!isDone) return;
    const added = app.workbench.project.getState().project.entities.at(-1);
    if (added !== undefined) app.interface.setState({ castSubject: { kind: 'entity', id: added.id } });
    onClose();
  };
  return (
    <Dialog
      title="Add to the cast"
      onClose={onClose}
      onSubmit={add}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={facts.name.trim() === ''}>
            Add
          </Button>
        </>
      }
    >
      <NameForm value={facts} onChange={setFacts} />
      <p role="status" className="cast-preview">
        {twin === undefined ? '' : `${twin.name} goes by this name already.`}
      </p>
    </Dialog>
  );
}
