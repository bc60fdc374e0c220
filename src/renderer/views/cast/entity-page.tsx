import { Merge, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Entity } from '../../../core/model/entity.ts';
import { Button } from '../../ui/button.tsx';
import { EntityFields } from './entity-fields.tsx';
import { EntityMentions } from './entity-mentions.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

interface EntityPageProps {
  readonly entity: Entity;
  readonly readOnly: boolean;
}

/** One member of the cast: who it is, and where it is mentioned and quoted. */
export function EntityPage({ entity, readOnly }: EntityPageProps) {
  const [dialog, setDialog] = useState<'merge' | 'remove' | null>(null);
  const close = () => setDialog(null);
  return (
    <section className="cast-page" aria-label={entity.name}>
      <div className="cast-page-head">
        <h3 className="cast-page-name">
          <bdi>{entity.name}</bdi>
        </h3>
        <Button disabled={readOnly} onClick={() => setDialog('merge')}>
          <Merge size={14} aria-hidden="true" />
          Merge…
        </Button>
        <Button disabled={readOnly} onClick={() => setDialog('remove')}>
          <Trash2 size={14} aria-hidden="true" />
          Delete…
        </Button>
      </div>
      <EntityFields entity={entity} readOnly={readOnly} />
      <EntityMentions entity={entity} readOnly={readOnly} />
      {dialog === 'merge' ? <MergeDialog entity={entity} onClose={close} /> : null}
      {dialog === 'remove' ? <RemoveDialog entity={entity} onClose={close} /> : null}
    </section>
  );
}
