import { type AttributionMark, isOfMark } from '../../../core/measure/attribution-tally.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Span } from '../../../core/model/span.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { type AttributionScope, readAttributions } from './read-attributions.ts';

/** The claims behind a part of a picture, article by article and in text order within. */
export async function* markedClaims(
  database: ProjectDatabase,
  { mark, ...scope }: AttributionScope & { readonly mark: AttributionMark },
): AsyncGenerator<readonly Span[]> {
  for await (const { part } of readAttributions(database, scope)) {
    const keys = part.flatMap(({ articleId, attributions }) =>
      attributions
        .filter((attribution) => isOfMark(attribution, mark))
        .map(({ claim }): [Identifier, Identifier] => [articleId, claim]),
    );
    if (keys.length === 0) continue;
    const rows = await database.spans.bulkGet(keys);
    const found = rows.filter((row) => row !== undefined);
    found.sort((a, b) =>
      a.articleId === b.articleId ? a.start - b.start : a.articleId < b.articleId ? -1 : 1,
    );
    yield found.map(({ span }) => span);
  }
}
