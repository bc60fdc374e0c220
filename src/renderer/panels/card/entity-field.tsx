import { useId } from 'react';
import { useApplication, useProject } from '../../app/use-application.ts';
import type { ValueFieldProps } from './attributes/attribute-field-props.ts';
import { keepAttribute } from './attributes/keep-attribute.ts';

/** The member of the cast that the span stands for. */
export function EntityField({ span, definition, readOnly, value = '' }: ValueFieldProps<string>) {
  const app = useApplication();
  const id = useId();
  const entities = useProject((state) => state.project.entities);
  const isKnown = value === '' || entities.some((entity) => entity.id === value);
  return (
    <>
      <label className="attribute-name" htmlFor={id}>
        {definition.name}
      </label>
      <select
        id={id}
        className="attribute-select"
        data-empty={value === '' || undefined}
        value={value}
        disabled={readOnly}
        onChange={(event) =>
          keepAttribute(app, span.id, definition, event.target.value === '' ? undefined : event.target.value)
        }
      >
        <option value="">not said</option>
        {isKnown ? null : (
          <option value={value} disabled>
            {value}
          </option>
        )}
        {entities.map((entity) => (
          <option key={entity.id} value={entity.id}>
            {entity.name}
          </option>
        ))}
      </select>
    </>
  );
}
