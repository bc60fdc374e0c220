import type { Entity } from '../../../core/model/entity.ts';
import { changeEntity, type EntityFacts } from '../../../core/operations/gestures/change-cast.ts';
import { performOnCast } from '../../app/cast.ts';
import { useApplication } from '../../app/use-application.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { DraftField } from './draft-field.tsx';
import { entityKinds, kindOf } from './entity-kinds.ts';

interface EntityFieldsProps {
  readonly entity: Entity;
  readonly readOnly: boolean;
}

/** What is said of a member of the cast, each change a step of its own. */
export function EntityFields({ entity, readOnly }: EntityFieldsProps) {
  const app = useApplication();
  const change = (facts: Partial<EntityFacts>) => {
    performOnCast(app, (cast, by, current) => {
      // What is kept as the page goes away must not bring back what undo has changed meanwhile.
      const now = cast.find(({ id }) => id === entity.id);
      if (now === undefined) return { ok: false, reason: { code: 'unchanged', message: '' } };
      return changeEntity(now, facts, by, current);
    });
  };
  return (
    <div className="cast-fields">
      <DraftField label="Name" value={entity.name} readOnly={readOnly} onKeep={(name) => change({ name })} />
      <SelectField
        label="Kind"
        value={entity.kind}
        options={entityKinds}
        disabled={readOnly}
        onChange={(kind) => change({ kind: kindOf(kind) })}
      />
      <DraftField label="Role" value={entity.role} readOnly={readOnly} onKeep={(role) => change({ role })} />
      <label className="check-field cast-anonymous">
        <input
          type="checkbox"
          checked={entity.anonymous}
          disabled={readOnly}
          onChange={(event) => change({ anonymous: event.target.checked })}
        />
        Anonymous: no text says who it is
      </label>
      <DraftField
        label="Other names, one a line"
        value={entity.aliases.join('\n')}
        readOnly={readOnly}
        multiline
        onKeep={(lines) => change({ aliases: lines.split('\n') })}
      />
      <DraftField
        label="Note"
        value={entity.note}
        readOnly={readOnly}
        multiline
        onKeep={(note) => change({ note })}
      />
    </div>
  );
}
