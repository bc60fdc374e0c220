import type { ProjectFacts } from '../../bridge/projects.ts';
import type { ArticleRecord } from '../../core/model/article.ts';

/** What lists show of a project: its articles that are not in the trash, and their annotations. */
export function projectFactsOf(
  articles: Iterable<{ readonly record: ArticleRecord; readonly annotations: number }>,
  before: Omit<ProjectFacts, 'name'> = { articles: 0, annotations: 0 },
): Omit<ProjectFacts, 'name'> {
  let { articles: number, annotations } = before;
  for (const { record, annotations: more } of articles) {
    if (record.trashedAt !== null) continue;
    number += 1;
    annotations += more;
  }
  return { articles: number, annotations };
}
