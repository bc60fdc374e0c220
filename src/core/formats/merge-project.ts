import type { Project } from '../model/project.ts';
import { defaultTagSet, type RelationType, type Tag } from '../model/tag-set.ts';
import type { IncomingProject } from './from-dataset.ts';
import type { MergeReport } from './merge-report.ts';
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
  const tags = mergeTags(local.tagSet.tags, incoming.tagSet.tags);
  const types = mergeRelationTypes(local.tagSet.relationTypes, incoming.tagSet.relationTypes);
  return {
    project: {
      ...local,
      tagSet: { tags: tags.merged, relationTypes: types.merged },
      annotators,
      entities,
    },
    report: {
      tagSet: {
        tagsAdded: tags.added,
        tagsKept: tags.kept,
        relationTypesAdded: types.added,
        relationTypesWidened: types.widened,
      },
      annotatorsAdded: newcomers.length,
      entitiesAdded,
      adopted: false,
    },
  };
}

function mergeTags(local: readonly Tag[], incoming: readonly Tag[]) {
  const here = new Map(local.map((tag) => [tag.id, tag]));
  const keys = new Set(local.map(({ key }) => key));
  const fresh = incoming.filter(({ id }) => !here.has(id));
  const kept = incoming.filter((tag) => {
    const own = here.get(tag.id);
    return own !== undefined && jsonContent(own) !== jsonContent(tag);
  });
  return {
    merged: [...local, ...fresh.map((tag) => (keys.has(tag.key) ? { ...tag, key: '' } : tag))],
    added: fresh.map(({ name }) => name),
    kept: kept.map(({ name }) => name),
  };
}

function mergeRelationTypes(local: readonly RelationType[], incoming: readonly RelationType[]) {
  const byId = new Map(incoming.map((type) => [type.id, type]));
  const here = new Set(local.map(({ id }) => id));
  const fresh = incoming.filter(({ id }) => !here.has(id));
  const widened: string[] = [];
  const own = local.map((type) => {
    const other = byId.get(type.id);
    const from = union(type.from, other?.from ?? []);
    const to = union(type.to, other?.to ?? []);
    if (from.length === type.from.length && to.length === type.to.length) return type;
    widened.push(type.name);
    return { ...type, from, to };
  });
  return { merged: [...own, ...fresh], added: fresh.map(({ name }) => name), widened };
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}
