import type { ArticleBody, ArticleRecord, ArticleSource } from '../model/article.ts';

/** What a reader makes of a file's bytes: an article without what only its project can give (id, times, versions). */
export interface ReadArticle {
  readonly title: string;
  readonly source: ArticleSource;
  readonly direction: ArticleRecord['direction'];
  readonly wordCount: number;
  readonly metadata: ArticleRecord['metadata'];
  readonly body: ArticleBody;
}
