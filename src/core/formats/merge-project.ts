import type { Project } from '../model/project.ts';
import { defaultTagSet } from '../model/tag-set.ts';
import type { IncomingProject } from './from-dataset.ts';
import type { MergeReport } from './merge-report.ts';
import { mergeTagSets } from './merge-tag-sets.ts';
import { jsonContent } from './same-content.ts';
import { mentionedIn } from './to-dataset.ts';

interface MergedProject {
  readonly project: Project;
  readonly report: Pick<MergeReport, 'tagSet' | 'annotatorsAdded' | 'entitiesAdded' | 'adopted'>;
}

/**
 * The local project with what the incoming one has beyond it. Local definitions win; a new tag loses its key where a local one has it. An `empty`
 * project takes the incoming name, and its tag set too unless the analyst has changed the default one.
 */
export function mergeProject(
  local: Project,
  { project: incoming, articles }: IncomingProject,
  empty: boolean,
): MergedProject {
  const known = new Set(local.annotators.map(({ id }) => id));
  const active = mentionedIn(articles);
  const newcomers = incoming.annotators.filter(({ id }) => active.has(id) && !known.has(id));
  const annotators = [...local.annotators, ...newcomers];
  const cast = new Set(local.entities.map(({ id }) => id));
  const entities = [...local.entities, ...incoming.entities.filter(({ id }) => !cast.has(id))];
  const entitiesAdded = entities.length - local.entities.length;
  const untouched = jsonContent(local.tagSet) === jsonContent(defaultTagSet);
  if (empty && untouched && incoming.tagSet.tags.length > 0) {
    const { name, tagSet, createdAt } = incoming;
    const nothing = { tagsAdded: [], relationTypesAdded: [], tagsKept: [], relationTypesWidened: [] };
    return {
      project: { ...local, name, tagSet, annotators, entities, createdAt },
      report: { tagSet: nothing, annotatorsAdded: newcomers.length, entitiesAdded, adopted: true },
    };
  }
  const merged = mergeTagSets(local.tagSet, incoming.tagSet);
  return {
    project: {
      ...local,
      tagSet: merged.tagSet,
      annotators,
      entities,
    },
    report: {
      tagSet: merged.report,
      annotatorsAdded: newcomers.length,
      entitiesAdded,
      adopted: false,
    },
  };
}
