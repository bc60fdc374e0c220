import type { AttributeDefinition } from '../../model/attribute-definition.ts';
import { type Attributes, dateValueSchema, placeValueSchema } from '../../model/attribute-value.ts';
import { entityAttribute, noSpeakerAttribute } from '../../model/known-attributes.ts';

/** What the entries of the report say of attributes by other means. */
const saidElsewhere = new Set<string>([entityAttribute, noSpeakerAttribute]);

/** The attributes of a span as names and values for people, in the order of the tag’s definitions, others after them. */
export function attributeWords(
  attributes: Attributes,
  definitions: readonly AttributeDefinition[],
  nameOfEntity: (id: string) => string,
): [name: string, value: string][] {
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  const ids = [...definitions.map(({ id }) => id), ...Object.keys(attributes).filter((id) => !known.has(id))];
  return ids.flatMap((id): [string, string][] => {
    const value = Object.hasOwn(attributes, id) ? attributes[id] : undefined;
    if (value === undefined || value === null || saidElsewhere.has(id)) return [];
    const words = valueWords(value, known.get(id), nameOfEntity);
    return words === '' ? [] : [[known.get(id)?.name ?? id, words]];
  });
}

function valueWords(
  value: Attributes[string],
  definition: AttributeDefinition | undefined,
  nameOfEntity: (id: string) => string,
): string {
  const optionName = (id: unknown) =>
    definition?.options.find((option) => option.id === id)?.name ?? String(id);
  if (typeof value === 'string')
    return definition?.type === 'entity' ? nameOfEntity(value) : optionName(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value
      .map((item) => (typeof item === 'string' ? optionName(item) : JSON.stringify(item)))
      .join(', ');
  return dateWords(value) ?? placeWords(value) ?? JSON.stringify(value);
}

/** A date’s value as ISO 8601 has it, with what modifies it. */
export function dateWords(value: unknown): string | undefined {
  const date = dateValueSchema.safeParse(value);
  if (!date.success) return undefined;
  const { modifier, value: point } = date.data;
  return modifier === null ? point : `${modifier.toLowerCase().replaceAll('_', ' ')} ${point}`;
}

/** A place’s name in a gazetteer and where it lies. */
export function placeWords(value: unknown): string | undefined {
  const place = placeValueSchema.safeParse(value);
  if (!place.success) return undefined;
  const { name, latitude, longitude, unlocatable } = place.data;
  if (unlocatable) return name === '' ? 'cannot be located' : `${name} (cannot be located)`;
  const point = latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`;
  return name !== '' && point !== '' ? `${name} (${point})` : name + point;
}
