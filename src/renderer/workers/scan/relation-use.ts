import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ProjectDatabase } from '../../db/database.ts';

/** Where links of a kind are. */
export interface RelationUse {
  readonly type: Identifier;
  readonly links: number;
  /** Articles that have some. */
  readonly articles: readonly Identifier[];
}

/** Counts the links of each kind from the index alone; a batch a kind. */
export async function* relationUse(
  { relations }: ProjectDatabase,
  { types }: { readonly types: readonly Identifier[] },
): AsyncGenerator<RelationUse> {
  for (const type of types) {
    const keys = await relations
      .where('[type+articleId+to]')
      .between([type, Dexie.minKey, Dexie.minKey], [type, Dexie.maxKey, Dexie.maxKey])
      .keys();
    const articles = new Set<Identifier>();
    for (const key of keys) {
      const articleId: unknown = Array.isArray(key) ? key[1] : undefined;
      if (typeof articleId === 'string') articles.add(articleId);
    }
    yield { type, links: keys.length, articles: [...articles] };
  }
}
