import { z } from 'zod';
import {
  type Attributes,
  type DateValue,
  dateValueSchema,
  type PlaceValue,
  placeValueSchema,
} from './attribute-value.ts';
import { type Identifier, identifierSchema } from './identifier.ts';
import { failure, type Result, success } from './result.ts';

export const attributeTypeSchema = z.enum([
  'text',
  'number',
  'boolean',
  'oneOf',
  'manyOf',
  'date',
  'place',
  'entity',
]);
export type AttributeType = z.infer<typeof attributeTypeSchema>;

/** One of the values that an attribute of type `oneOf` or `manyOf` may have. */
export const attributeOptionSchema = z.strictObject({
  id: identifierSchema,
  name: z.string().min(1).max(256),
});
export type AttributeOption = Readonly<z.infer<typeof attributeOptionSchema>>;

/** What spans of a tag can be said to be. */
export const attributeDefinitionSchema = z.strictObject({
  /** The key under which a span's `attributes` hold the value. */
  id: identifierSchema,
  name: z.string().min(1).max(256),
  type: attributeTypeSchema,
  /** Empty for types that have none. */
  options: z.array(attributeOptionSchema),
});
export type AttributeDefinition = Readonly<z.infer<typeof attributeDefinitionSchema>>;

/** The value of each type, as JSON: for options and entities their ids. */
export interface TypedValue {
  readonly text: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly oneOf: Identifier;
  readonly manyOf: readonly Identifier[];
  readonly date: DateValue;
  readonly place: PlaceValue;
  readonly entity: Identifier;
}

const valueSchemas: { readonly [Type in AttributeType]: z.ZodType<TypedValue[Type]> } = {
  text: z.string(),
  number: z.number(),
  boolean: z.boolean(),
  oneOf: identifierSchema,
  manyOf: z.array(identifierSchema),
  date: dateValueSchema,
  place: placeValueSchema,
  entity: identifierSchema,
};

/**
 * The value that a span has for an attribute, as its type.
 * @returns undefined when the span says nothing of it; a failure, as a clause, when what it says is not of the type (a dataset of another program).
 */
export function readAttribute<Type extends AttributeType>(
  attributes: Attributes,
  { id, type }: { readonly id: string; readonly type: Type },
): Result<TypedValue[Type] | undefined, string> {
  const value = Object.hasOwn(attributes, id) ? attributes[id] : undefined;
  if (value === undefined || value === null) return success(undefined);
  const parsed = valueSchemas[type].safeParse(value);
  return parsed.success ? success(parsed.data) : failure(`${JSON.stringify(value)} is no ${type}`);
}
