import type { Identifier } from '../../../core/model/identifier.ts';
import { placeOfKeyUnit, searchKey } from '../../../core/text/search-key.ts';
import type { ProjectDatabase } from '../../db/database.ts';

export interface ArticleSearchArgs {
  /** Words as they are typed. */
  readonly query: string;
  /** The articles to look through, in the order in which they are wanted. */
  readonly articles: readonly Identifier[];
}

/** An article whose text has the words. */
export interface FoundArticle {
  readonly articleId: Identifier;
  /** The first place where it has them, with some words around, on one line. */
  readonly excerpt: string;
}

/** Texts read at once: some half a megabyte of news, so that the first matches come at once and an end is obeyed soon. */
const batchSize = 100;

/** UTF-16 units around what was found. */
const before = 24;
const after = 60;

/** Half of a character, left at an edge by the cut. */
const halfPairs = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** Looks for words in the texts of articles, without regard to case, diacritics and line breaks. */
export async function* articleSearch(
  database: ProjectDatabase,
  { query, articles }: ArticleSearchArgs,
): AsyncGenerator<readonly FoundArticle[]> {
  const key = searchKey(query).trim();
  if (key === '') return;
  for (let i = 0; i < articles.length; i += batchSize) {
    const bodies = await database.bodies.bulkGet(articles.slice(i, i + batchSize));
    yield bodies.flatMap((body) => {
      const at = body === undefined ? -1 : searchKey(body.text).indexOf(key);
      return body === undefined || at < 0
        ? []
        : [{ articleId: body.articleId, excerpt: excerptAt(body.text, placeOfKeyUnit(body.text, at)) }];
    });
  }
}

/** Some words around a place, cut between words where there is a space near. */
function excerptAt(text: string, place: number): string {
  const from = Math.max(0, place - before);
  const to = Math.min(text.length, place + after);
  const space = text.slice(from, place).search(/\s/);
  const start = from === 0 || space === -1 ? from : from + space;
  const words = text.slice(start, to).replace(halfPairs, '').replace(/\s+/g, ' ').trim();
  return `${start === 0 ? '' : '…'}${words}${to === text.length ? '' : '…'}`;
}
