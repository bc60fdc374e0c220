import type { DateValue } from '../../../../core/model/attribute-value.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';

/** When it was. */
export function DateField({ definition, value }: ValueFieldProps<DateValue>) {
  return (
    <>
      <span className="attribute-name">{definition.name}</span>
      {value === undefined ? (
        <span className="soft">not said</span>
      ) : (
        <bdi className="chip-code">{value.value}</bdi>
      )}
    </>
  );
}
