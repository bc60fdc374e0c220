import { type Article, untouched } from '../model/article.ts';
import type { Identifier, Timestamp } from '../model/identifier.ts';
import type { ReadArticle } from './read-article.ts';

/** The article that a project takes in: what was read, with the id and time that the project gives it. */
export function newArticle(
  read: ReadArticle,
  given: { readonly id: Identifier; readonly now: Timestamp; readonly versionOf?: Identifier | null },
): Article {
  const { body, ...known } = read;
  return {
    record: {
      id: given.id,
      ...known,
      textLength: body.text.length,
      versionOf: given.versionOf ?? null,
      createdAt: given.now,
      updatedAt: given.now,
      ...untouched,
    },
    body,
  };
}
