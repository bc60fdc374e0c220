import type { Project } from '../../core/model/project.ts';
import { SpanIndex } from '../../core/model/span-index.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import { bodyOf } from './body-row.ts';
import type { ProjectDatabase } from './database.ts';
import { readRelations } from './read-article.ts';
import { articleRowOf } from './rows.ts';

/** What is left in a store that lost a part: every article whose row and text are there, with the annotations that are. */
export interface Salvage {
  /** The highest number of an entry that the store knows of. */
  readonly seq: number;
  readonly project: Project;
  readonly articles: readonly ArticleState[];
}

/**
 * Reads what is left, for the case that the journal is gone as well.
 * @param otherwise the project when the store's own record of it is lost.
 */
export function salvage(database: ProjectDatabase, otherwise: Project): Promise<Salvage> {
  const { articles, bodies, spans, relations, entries, meta } = database;
  return database.transaction('r', [articles, bodies, spans, relations, entries, meta], async () => {
    const [project, log, last, rows] = await Promise.all([
      meta.get('project'),
      meta.get('log'),
      entries.orderBy('seq').last(),
      articles.orderBy('order').toArray(),
    ]);
    const states: ArticleState[] = [];
    for (const { id, record } of rows.map(articleRowOf)) {
      const [body, spanRows, links] = await Promise.all([
        bodies.get(id),
        spans.where('[articleId+start+id]').between([id], [id, []]).toArray(),
        readRelations(database, id),
      ]);
      if (body === undefined) continue;
      const index = SpanIndex.of(spanRows.map(({ span }) => span));
      const whole = links.filter(({ from, to }) => index.has(from) && index.has(to));
      states.push({
        record,
        body: bodyOf(body),
        spans: index,
        relations: new Map(whole.map((relation) => [relation.id, relation])),
      });
    }
    return {
      seq: Math.max(last?.seq ?? 0, log?.key === 'log' ? log.lastSeq : 0),
      project: project?.key === 'project' ? project.project : otherwise,
      articles: states,
    };
  });
}
