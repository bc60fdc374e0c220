import type { RelationType, Tag, TagSet } from '../model/tag-set.ts';
import type { MergeReport } from './merge-report.ts';
import { jsonContent } from './same-content.ts';

interface MergedTagSets {
  readonly tagSet: TagSet;
  readonly report: MergeReport['tagSet'];
}

/** The local tag set with what the incoming one has beyond it. Local definitions win; a new tag loses its key where a local one has it. */
export function mergeTagSets(local: TagSet, incoming: TagSet): MergedTagSets {
  const tags = mergeTags(local.tags, incoming.tags);
  const types = mergeRelationTypes(local.relationTypes, incoming.relationTypes);
  return {
    tagSet: { tags: tags.merged, relationTypes: types.merged },
    report: {
      tagsAdded: tags.added,
      tagsKept: tags.kept,
      relationTypesAdded: types.added,
      relationTypesWidened: types.widened,
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
