import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { articleGroups, saysLinks, spansOfTags } from './article-groups.ts';

export interface CastCountsArgs {
  readonly entities: readonly Identifier[];
  /** Tags at which a `says` relation may begin. */
  readonly speakerTags: readonly Identifier[];
}

/** Numbers to be added to those of earlier batches. */
export interface CastCountsBatch {
  readonly mentions: readonly (readonly [entity: Identifier, count: number])[];
  readonly claims: readonly (readonly [entity: Identifier, count: number])[];
  /** Speakers of whom nobody has said who they are. */
  readonly unassigned: number;
}

/** How often each member of the cast is mentioned, which the index tells at once; then, article by article, how many claims each makes. */
export async function* castCounts(
  database: ProjectDatabase,
  { entities, speakerTags }: CastCountsArgs,
): AsyncGenerator<CastCountsBatch> {
  const mentions = await Promise.all(
    entities.map(async (id): Promise<[Identifier, number]> => {
      const range = database.spans
        .where('[entity+articleId]')
        .between([id, Dexie.minKey], [id, Dexie.maxKey]);
      return [id, await range.count()];
    }),
  );
  yield { mentions, claims: [], unassigned: 0 };
  for await (const range of articleGroups(database)) {
    const [speakers, links] = await Promise.all([
      spansOfTags(database, speakerTags, range),
      saysLinks(database, range),
    ]);
    const entityAt = new Map<string, Identifier>();
    let unassigned = 0;
    for (const { articleId, id, entity } of speakers) {
      if (entity === undefined) unassigned += 1;
      else entityAt.set(`${articleId} ${id}`, entity);
    }
    const claims = new Map<Identifier, Set<string>>();
    for (const { articleId, from, to } of links) {
      const entity = entityAt.get(`${articleId} ${from}`);
      if (entity === undefined) continue;
      const said = claims.get(entity) ?? new Set<string>();
      claims.set(entity, said.add(`${articleId} ${to}`));
    }
    yield { mentions: [], claims: [...claims].map(([id, said]) => [id, said.size] as const), unassigned };
  }
}
