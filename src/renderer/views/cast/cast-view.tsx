import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { castById } from '../../app/cast.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import { showText } from '../../app/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { AddDialog } from './add-dialog.tsx';
import { CastList } from './cast-list.tsx';
import { EntityPage } from './entity-page.tsx';
import { UnassignedPage } from './unassigned-page.tsx';
import { useCastCounts } from './use-cast-counts.ts';
import './cast.css';

/** Everybody who speaks in the project: left the list, right what is known of one and all that was said. */
export function CastView() {
  const app = useApplication();
  const cast = useProject((state) => state.project.entities);
  const readOnly = useProject((state) => state.saving.kind === 'readOnly');
  const subject = useInterface((state) => state.castSubject);
  const counts = useCastCounts();
  const [isAdding, setAdding] = useState(false);
  const entity = subject?.kind === 'entity' ? castById(cast).get(subject.id) : undefined;
  return (
    <>
      <ViewFrame
        title="Cast"
        onClose={() => showText(app)}
        tools={
          <Button disabled={readOnly} onClick={() => setAdding(true)}>
            <UserPlus size={14} aria-hidden="true" />
            Add…
          </Button>
        }
      >
        <div className="cast-view">
          <CastList counts={counts} />
          {subject?.kind === 'unassigned' ? (
            <UnassignedPage readOnly={readOnly} />
          ) : entity === undefined ? (
            <p className="cast-empty">
              {cast.length === 0
                ? 'Nobody is in the cast yet. With the caret in a speaker press E, or add somebody here.'
                : 'Choose somebody to see who they are and everything they said.'}
            </p>
          ) : (
            <EntityPage key={entity.id} entity={entity} readOnly={readOnly} />
          )}
        </div>
      </ViewFrame>
      {isAdding ? <AddDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
