import { z } from 'zod';
import { tagSetFileSchema } from './tag-set-schema.ts';

/** The JSON Schema (draft 2020-12) of a tag set's file, as the text of `resources/ascribe-tag-set.schema.json`. */
export function tagSetJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(tagSetFileSchema, { io: 'input' });
  const schema = {
    $schema,
    title: 'Ascribe tag set, version 1',
    description:
      'Tags with their colours, keys, guidelines and attributes, and the kinds of links between annotations.',
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
