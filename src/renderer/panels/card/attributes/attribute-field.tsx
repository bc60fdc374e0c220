import { readAttribute } from '../../../../core/model/attribute-definition.ts';
import { EntityField } from '../entity-field.tsx';
import type { AttributeFieldProps } from './attribute-field-props.ts';
import { BooleanField } from './boolean-field.tsx';
import { DateField } from './date-field.tsx';
import { ManyOfField } from './many-of-field.tsx';
import { NumberValueField } from './number-value-field.tsx';
import { OneOfField } from './one-of-field.tsx';
import { PlaceField } from './place-field.tsx';
import { TextValueField } from './text-value-field.tsx';

/** The field that fits an attribute's type, with what the span says of it. */
export function AttributeField(props: AttributeFieldProps) {
  const { id, type } = props.definition;
  const { attributes } = props.span;
  switch (type) {
    case 'text':
      return <TextValueField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
    case 'number':
      return <NumberValueField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
    case 'boolean':
      return <BooleanField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
    case 'oneOf':
      return <OneOfField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
    case 'manyOf':
      return <ManyOfField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
    case 'place':
      return <PlaceField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
    case 'entity':
      return <EntityField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
    case 'date':
      return <DateField {...props} value={valueIn(readAttribute(attributes, { id, type }))} />;
  }
}

function valueIn<Value>(
  read: { readonly ok: true; readonly value: Value | undefined } | { readonly ok: false },
): Value | undefined {
  return read.ok ? read.value : undefined;
}
