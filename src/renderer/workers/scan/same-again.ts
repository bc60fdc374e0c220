import type { Fragment } from '../../../core/model/fragment.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { entityOf } from '../../../core/model/known-attributes.ts';
import { endOf } from '../../../core/model/span.ts';
import { type ArticleSuggestion, sameAgain } from '../../../core/suggest/article-suggestions.ts';
import {
  type CastName,
  KnownPhrases,
  type TaggedText,
} from '../../../core/suggest/same-again/known-phrases.ts';
import type { ProjectDatabase } from '../../db/database.ts';

/** What is looked for elsewhere, and where. */
export interface TaggedElsewhere {
  /** The articles in which something is tagged, those that count most before others. */
  readonly articles: readonly { readonly id: Identifier; readonly isDone: boolean }[];
  /** Tags whose words are names or short phrases, with what a reason calls each. */
  readonly tags: readonly (readonly [id: Identifier, name: string])[];
  readonly names: readonly CastName[];
  /** The tag of those who speak. */
  readonly speaker: Identifier | undefined;
}

export interface SameAgainArgs extends TaggedElsewhere {
  /** Of the article in which it is looked for: it may not be in the store yet. */
  readonly text: string;
  /** Where somebody who speaks is proposed already. */
  readonly proposed: readonly Fragment[];
}

/** Articles read at once; annotations read of one article, and of all together: what a worker reads at each opening of an article is bounded. */
const articlesAtOnce = 20;
const mostOfArticle = 5_000;
const mostSpans = 30_000;
/** Suggestions in one batch. */
const batchSize = 200;

/** What was tagged in other articles of the project and stands in this one too, also what is hardly sure. */
export async function* sameAgainInArticle(
  database: ProjectDatabase,
  { articles, tags, names, speaker, text, proposed }: SameAgainArgs,
): AsyncGenerator<readonly ArticleSuggestion[]> {
  const known = KnownPhrases.of(await taggedTexts(database, articles), new Map(tags), names);
  let batch: ArticleSuggestion[] = [];
  for (const suggestion of sameAgain(text, known, { tag: speaker, proposed })) {
    batch.push(suggestion);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Texts with what is tagged in them; those that are not done as far as somebody has tagged in them. */
async function taggedTexts(
  database: ProjectDatabase,
  articles: TaggedElsewhere['articles'],
): Promise<TaggedText[]> {
  const texts: TaggedText[] = [];
  let spans = 0;
  for (let i = 0; i < articles.length && spans < mostSpans; i += articlesAtOnce) {
    const some = articles.slice(i, i + articlesAtOnce);
    const read = await Promise.all(some.map(({ id, isDone }) => taggedText(database, id, isDone)));
    for (const one of read) {
      if (one === undefined) continue;
      texts.push(one);
      spans += one.tagged.length;
    }
  }
  return texts;
}

async function taggedText(
  database: ProjectDatabase,
  id: Identifier,
  isDone: boolean,
): Promise<TaggedText | undefined> {
  const [body, rows] = await Promise.all([
    database.bodies.get(id),
    database.spans.where('[articleId+start+id]').between([id], [id, []]).limit(mostOfArticle).toArray(),
  ]);
  if (body === undefined) return undefined;
  const isWhole = isDone && rows.length < mostOfArticle;
  const tagged = rows.flatMap(({ tag, span }) => {
    const [place, ...others] = span.fragments;
    return place === undefined || others.length > 0 ? [] : [{ tag, place, entity: entityOf(span) }];
  });
  return {
    text: body.text,
    tagged,
    ...(!isWhole && { until: rows.reduce((last, { span }) => Math.max(last, endOf(span)), 0) }),
  };
}
