import { z } from 'zod';
import { attributesSchema, attributeValueSchema } from '../model/attribute-value.ts';
import { identifierSchema, timestampSchema } from '../model/identifier.ts';
import {
  datasetArticleSchema,
  datasetBlockSchema,
  datasetRelationSchema,
  datasetSchema,
  datasetSpanSchema,
} from './dataset-schema.ts';

/** Names under which the parts stand in `$defs`. */
const parts = z.registry<{ id: string; description?: string }>();
parts.add(identifierSchema, { id: 'identifier', description: 'An opaque name, unique in the dataset.' });
parts.add(timestampSchema, {
  id: 'timestamp',
  description: 'ISO 8601, UTC with milliseconds when Ascribe wrote it.',
});
parts.add(attributeValueSchema, { id: 'attributeValue', description: 'Any JSON value.' });
parts.add(attributesSchema, { id: 'attributes' });
parts.add(datasetBlockSchema, { id: 'block', description: 'How a stretch of the text is set.' });
parts.add(datasetSpanSchema, {
  id: 'span',
  description:
    'A tagged stretch. "text" is what the article reads from "start" to "end"; of a discontinuous span, its "fragments" joined by one space.',
});
parts.add(datasetRelationSchema, {
  id: 'relation',
  description: 'A directed link between two spans of the article.',
});
parts.add(datasetArticleSchema, { id: 'article' });

/** The JSON Schema (draft 2020-12) of the native dataset, as the text of `resources/ascribe-dataset.schema.json`. */
export function datasetJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(datasetSchema, { io: 'input', metadata: parts });
  const schema = {
    $schema,
    title: 'Ascribe dataset, version 1',
    description:
      'Articles with tagged spans and relations between them. Offsets count Unicode code points of the article’s text, ' +
      'so that in Python article["text"][span["start"]:span["end"]] == span["text"].',
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
