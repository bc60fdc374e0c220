import { Dexie } from 'dexie';
import { placeValueSchema } from '../../../core/model/attribute-value.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { placeAttribute } from '../../../core/model/known-attributes.ts';
import type { ProjectDatabase } from '../../db/database.ts';

/** Spans looked at: what was chosen long ago says less. */
const mostSpans = 20_000;

/** For each name of a place what was last chosen for it in the project, as `source:id`. */
export async function chosenPlaces(
  { spans }: ProjectDatabase,
  tag: Identifier,
): Promise<Map<string, string>> {
  const rows = await spans
    .where('[tag+articleId]')
    .between([tag, Dexie.minKey], [tag, Dexie.maxKey])
    .limit(mostSpans)
    .toArray();
  const chosen = new Map<string, { readonly id: string; readonly at: string }>();
  for (const { span } of rows) {
    const { [placeAttribute]: value } = span.attributes;
    const { data: place } = placeValueSchema.safeParse(value);
    if (place === undefined || place.sourceId === '') continue;
    const before = chosen.get(span.quote);
    if (before === undefined || before.at < span.updatedAt) {
      chosen.set(span.quote, { id: `${place.source}:${place.sourceId}`, at: span.updatedAt });
    }
  }
  return new Map([...chosen].map(([name, { id }]) => [name, id]));
}
