import { useApplication } from '../../../app/use-application.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';
import { keepAttribute } from './keep-attribute.ts';

/** Something that holds or is not said: taking the tick away clears the attribute. */
export function BooleanField({ span, definition, readOnly, value }: ValueFieldProps<boolean>) {
  const app = useApplication();
  return (
    <label className="check-field attribute-wide">
      <input
        type="checkbox"
        checked={value === true}
        disabled={readOnly}
        onChange={(event) => keepAttribute(app, span.id, definition, event.target.checked ? true : undefined)}
      />
      {definition.name}
    </label>
  );
}
