import type { Identifier } from '../model/identifier.ts';
import type { ProjectState } from '../operations/project-state.ts';
import { annotatedArticleOf } from './annotated-article.ts';
import type { MergeTarget } from './merge.ts';

/** A project in memory as something to merge into. */
export function mergeTargetOf({ project, articles }: ProjectState): MergeTarget {
  const articleAt = (id: Identifier) => {
    const article = articles.get(id);
    if (article === undefined)
      throw new Error(`the project has no article ${id}: only its own are asked for`);
    return article;
  };
  return {
    project,
    records: [...articles.values()].map(({ record }) => record),
    article: async (id) => annotatedArticleOf(articleAt(id)),
    text: async (id) => articleAt(id).body.text,
    taken: async (ids) => {
      const all = [...articles.values()];
      return new Set(
        ids.filter((id) => all.some(({ spans, relations }) => spans.has(id) || relations.has(id))),
      );
    },
  };
}
