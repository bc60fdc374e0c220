import { useId } from 'react';
import type { Entity } from '../../../core/model/entity.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { entityKinds, kindOf } from './entity-kinds.ts';

export interface NameAndKind {
  readonly name: string;
  readonly kind: Entity['kind'];
}

interface NameFormProps {
  readonly value: NameAndKind;
  readonly onChange: (value: NameAndKind) => void;
}

/** What somebody is called who joins the cast, and what they are. */
export function NameForm({ value, onChange }: NameFormProps) {
  const id = useId();
  return (
    <div className="cast-name-form">
      <div>
        <label className="field-label" htmlFor={id}>
          Name
        </label>
        <input
          id={id}
          className="text-field"
          dir="auto"
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </div>
      <SelectField
        label="Kind"
        value={value.kind}
        options={entityKinds}
        onChange={(kind) => onChange({ ...value, kind: kindOf(kind) })}
      />
    </div>
  );
}
