import { nameKey } from '../../../core/cast/entity-names.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import type { RecordKey } from '../../db/record-change.ts';
import { articleGroups, spansOfTags } from './article-groups.ts';

/** Speakers with the same words of whom nobody has said who they are. */
export interface UnassignedWords {
  /** As `nameKey` has them. */
  readonly key: string;
  /** As they stand where they were met first. */
  readonly words: string;
  readonly spans: readonly Readonly<RecordKey>[];
}

export interface UnassignedArgs {
  /** Tags at which a `says` relation may begin. */
  readonly speakerTags: readonly Identifier[];
}

/** The words of speakers of whom nobody has said who they are, some articles at a time; the same words come again with other articles. */
export async function* unassignedSpeakers(
  database: ProjectDatabase,
  { speakerTags }: UnassignedArgs,
): AsyncGenerator<readonly UnassignedWords[]> {
  for await (const range of articleGroups(database)) {
    const groups = new Map<string, { words: string; spans: RecordKey[] }>();
    for (const { articleId, id, entity, span } of await spansOfTags(database, speakerTags, range)) {
      if (entity !== undefined) continue;
      const key = nameKey(span.quote);
      const group = groups.get(key);
      if (group === undefined) {
        const words = span.quote.replace(/\s+/g, ' ').trim().slice(0, 200);
        groups.set(key, { words, spans: [[articleId, id]] });
      } else group.spans.push([articleId, id]);
    }
    yield [...groups].map(([key, group]) => ({ key, ...group }));
  }
}
