import type { ArticleBody, ArticleRecord } from '../model/article.ts';
import type { Identifier } from '../model/identifier.ts';
import type { Project } from '../model/project.ts';
import type { Relation } from '../model/relation.ts';
import { SpanIndex } from '../model/span-index.ts';

/** An article with all that was made on it. An immutable value. */
export interface ArticleState {
  readonly record: ArticleRecord;
  readonly body: ArticleBody;
  readonly spans: SpanIndex;
  readonly relations: ReadonlyMap<Identifier, Relation>;
}

/** A whole project in memory: what the command line and the tests work on. The window holds only the open article. */
export interface ProjectState {
  readonly project: Project;
  readonly articles: ReadonlyMap<Identifier, ArticleState>;
}

/** An article without any annotation. */
export function untaggedArticle(record: ArticleRecord, body: ArticleBody): ArticleState {
  return { record, body, spans: SpanIndex.empty, relations: new Map() };
}
