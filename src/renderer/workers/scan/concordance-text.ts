import { Dexie } from 'dexie';
import type { Fragment } from '../../../core/model/fragment.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Span } from '../../../core/model/span.ts';
import { keywordInContext } from '../../../core/search/keyword-in-context.ts';
import type { Matcher } from '../../../core/search/matcher.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { bodyChunks } from './body-chunks.ts';
import type { ConcordanceArgs, ConcordanceRow, FoundInArticle } from './concordance-rows.ts';

/** From this many matches on, the annotations between the first and the last are read in one go. */
const manyMatches = 20;

/** The places in the text of each article. */
export async function* textRows(
  database: ProjectDatabase,
  { articles, contextLength }: Pick<ConcordanceArgs, 'articles' | 'contextLength'>,
  matcher: Matcher,
  wanted: () => number,
): AsyncGenerator<FoundInArticle> {
  for await (const { article, text } of bodyChunks(database, articles)) {
    const most = wanted();
    const matches: Fragment[] = [];
    let found = 0;
    for (const match of matcher.find(text)) {
      found += 1;
      if (matches.length < most) matches.push(match);
    }
    const spans = article.hasSpans ? await spansStarting(database, article.id, matches) : [];
    const tags = tagsByPlace(spans);
    yield {
      found,
      rows: matches.map(
        (match): ConcordanceRow => ({
          key: `${article.id} ${match.start}`,
          articleId: article.id,
          ...match,
          ...keywordInContext(text, match, contextLength),
          span: null,
          tags: tags.get(placeKey(match)) ?? [],
        }),
      ),
    };
  }
}

/** The annotations that start where a match does; others may be among them. */
async function spansStarting(
  database: ProjectDatabase,
  articleId: Identifier,
  matches: readonly Fragment[],
): Promise<Span[]> {
  const between = (first: number, last: number) =>
    database.spans
      .where('[articleId+start+id]')
      .between([articleId, first, Dexie.minKey], [articleId, last, Dexie.maxKey])
      .toArray();
  const [first, last] = [matches[0], matches.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows =
    matches.length >= manyMatches
      ? await between(first.start, last.start)
      : (await Promise.all(matches.map(({ start }) => between(start, start)))).flat();
  return rows.map(({ span }) => span);
}

function placeKey({ start, end }: Fragment): string {
  return `${start} ${end}`;
}

/** Tags of the spans of one fragment, by that fragment. */
function tagsByPlace(spans: readonly Span[]): Map<string, Identifier[]> {
  const found = new Map<string, Identifier[]>();
  for (const { fragments, tag } of spans) {
    const [only, more] = fragments;
    if (only === undefined || more !== undefined) continue;
    const key = placeKey(only);
    found.set(key, [...(found.get(key) ?? []), tag]);
  }
  return found;
}
