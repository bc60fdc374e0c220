import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ProjectDatabase } from '../../db/database.ts';

/** Spans looked at between two words on how many were found. */
const batchSize = 2_000;

/** How many spans of a tag say something of an attribute: more with each batch. */
export async function* attributeUse(
  { spans }: ProjectDatabase,
  { tag, attribute }: { readonly tag: Identifier; readonly attribute: Identifier },
): AsyncGenerator<number> {
  let found = 0;
  for (let offset = 0; ; offset += batchSize) {
    const rows = await spans
      .where('[tag+articleId]')
      .between([tag, Dexie.minKey], [tag, Dexie.maxKey])
      .offset(offset)
      .limit(batchSize)
      .toArray();
    for (const { span } of rows) {
      const value = Object.hasOwn(span.attributes, attribute) ? span.attributes[attribute] : null;
      if (value !== null && value !== undefined) found += 1;
    }
    yield found;
    if (rows.length < batchSize) return;
  }
}
