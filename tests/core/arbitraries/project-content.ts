import type { Relation } from '../../../src/core/model/relation.ts';
import type { Span } from '../../../src/core/model/span.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';

/** A project as plain data in a fixed order, for comparison. */
export function contentOf({ project, articles }: ProjectState): unknown {
  return {
    project,
    articles: [...articles]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { record, body, spans, relations }]) => ({
        id,
        record,
        body,
        spans: spans.ordered satisfies readonly Span[],
        relations: [...relations.values()].sort((a: Relation, b: Relation) => (a.id < b.id ? -1 : 1)),
      })),
  };
}
