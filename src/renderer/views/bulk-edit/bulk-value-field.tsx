import { useId } from 'react';
import { useProject } from '../../app/use-application.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { type BulkDraft, definitionOf, entityAttributes, settable } from './bulk-draft.ts';

interface BulkValueFieldProps {
  readonly draft: BulkDraft;
  readonly onChange: (draft: BulkDraft) => void;
}

/** Which attribute, and what it is to say. */
export function BulkValueField({ draft, onChange }: BulkValueFieldProps) {
  const { tagSet, entities } = useProject((state) => state.project);
  const field = useId();
  const isEntity = draft.action === 'entity';
  const definitions = isEntity ? entityAttributes(tagSet) : settable(tagSet);
  const definition = definitionOf(draft, tagSet);
  const choices = isEntity
    ? entities
    : definition?.type === 'boolean'
      ? [
          { id: 'true', name: 'yes' },
          { id: 'false', name: 'no' },
        ]
      : definition?.type === 'oneOf'
        ? definition.options
        : null;
  const set = (value: string) => onChange({ ...draft, value });
  return (
    <>
      {isEntity && definitions.length < 2 ? null : (
        <SelectField
          label="Attribute"
          value={definition?.id ?? ''}
          options={definitions.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) =>
            onChange({ ...draft, value: '', [isEntity ? 'entityAttribute' : 'attribute']: id })
          }
        />
      )}
      {choices === null ? (
        <div>
          <label className="field-label" htmlFor={field}>
            Value
          </label>
          <input
            id={field}
            className="text-field"
            dir="auto"
            inputMode={definition?.type === 'number' ? 'decimal' : 'text'}
            value={draft.value}
            onChange={(event) => set(event.target.value)}
          />
        </div>
      ) : (
        <SelectField
          label={isEntity ? 'Who' : 'Value'}
          value={draft.value}
          options={[
            { value: '', label: 'not said' },
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={set}
        />
      )}
    </>
  );
}
