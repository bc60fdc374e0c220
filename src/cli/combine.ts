import { type IncomingProject, incomingProject, unknownAnnotator } from '../core/formats/from-dataset.ts';
import { planMerge } from '../core/formats/merge.ts';
import { mergeTargetOf } from '../core/formats/merge-target.ts';
import { newArticle } from '../core/formats/new-article.ts';
import { createIdentifier, type Timestamp } from '../core/model/identifier.ts';
import { defaultTagSet } from '../core/model/tag-set.ts';
import { apply } from '../core/operations/apply.ts';
import type { ProjectState } from '../core/operations/project-state.ts';
import type { Input } from './read-input.ts';

/**
 * One project of several inputs, merged in their order as the app merges: equal texts are one article. Articles of files get ids made of their bytes, so
 * that the same files give the same ids each time.
 */
export async function combine(inputs: readonly Input[], name: string, now: Timestamp): Promise<ProjectState> {
  const empty = { name, tagSet: defaultTagSet, annotators: [unknownAnnotator], entities: [], createdAt: now };
  let state: ProjectState = { project: { id: createIdentifier(), ...empty }, articles: new Map() };
  for (const input of inputs) {
    const incoming = incomingOf(input, state, now);
    const { operation } = await planMerge(mergeTargetOf(state), incoming, { now, newId: createIdentifier });
    if (operation === null) continue;
    const applied = apply(state, operation);
    if (!applied.ok) throw new Error(`“${input.file}” cannot be merged: ${applied.reason.message}`);
    state = applied.value;
  }
  return state;
}

function incomingOf(
  { articles, dataset }: Input,
  { project }: ProjectState,
  now: Timestamp,
): IncomingProject {
  if (dataset !== undefined) return incomingProject(dataset.dataset, { now, projectId: project.id });
  // The same bytes twice in one file are one article.
  const byId = new Map(articles.map((read) => [`sha256-${read.source.sha256.slice(0, 32)}`, read]));
  const made = [...byId].map(([id, read]) => ({
    ...newArticle(read, { id, now }),
    spans: [],
    relations: [],
  }));
  return { project, articles: made };
}
