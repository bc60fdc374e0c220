import { type AttributeType, attributeTypeSchema } from '../../../core/model/attribute-definition.ts';

const names: Readonly<Record<AttributeType, string>> = {
  text: 'Words',
  number: 'Number',
  boolean: 'Yes or no',
  oneOf: 'One of several',
  manyOf: 'Any of several',
  date: 'Date or time',
  place: 'Place',
  entity: 'Member of the cast',
};

/** The types that an attribute can have, by the names that people read. */
export const attributeTypes: readonly { readonly value: AttributeType; readonly label: string }[] =
  attributeTypeSchema.options.map((value) => ({ value, label: names[value] }));

/** True for types whose values are chosen from options. */
export function hasOptions(type: AttributeType): boolean {
  return type === 'oneOf' || type === 'manyOf';
}
