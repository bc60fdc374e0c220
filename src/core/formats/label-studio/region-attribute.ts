import { type Attributes, attributeValueSchema } from '../../model/attribute-value.ts';
import type { LabelStudioResult } from './task-schema.ts';

/** Kinds of controls that say something of a region, and the member of the value that they say it in. */
const members: Readonly<Record<string, string>> = {
  choices: 'choices',
  textarea: 'text',
  number: 'number',
  rating: 'rating',
  datetime: 'datetime',
  taxonomy: 'taxonomy',
};

/** What a control says of a region, under the control’s name: one text where it is one, a list where there are several; undefined for other results. */
export function regionAttribute({
  type,
  value,
  from_name: name,
}: LabelStudioResult): [string, Attributes[string]] | undefined {
  const member = Object.hasOwn(members, type) ? members[type] : undefined;
  if (member === undefined || !name || name.length > 256) return undefined;
  const said = attributeValueSchema.safeParse(value?.[member]);
  if (!said.success || said.data === null) return undefined;
  const [only, ...others] = Array.isArray(said.data) ? said.data : [];
  return [name, typeof only === 'string' && others.length === 0 ? only : said.data];
}
