import type { Identifier } from '../model/identifier.ts';
import { freeKey } from '../model/tag-keys.ts';
import type { RelationType, Tag, TagSet } from '../model/tag-set.ts';
import { mergeTagSets } from './merge-tag-sets.ts';
import { jsonContent } from './same-content.ts';

/** What of a tag set annotations need. */
export interface TagSetUse {
  /** Ids of the tags that spans have. */
  readonly tags: ReadonlySet<Identifier>;
  /** Ids of the relation types that links have. */
  readonly relationTypes: ReadonlySet<Identifier>;
}

/** A tag set made of the project's and one that came in, and what that does, a sentence each. */
export interface TagSetAdoption {
  readonly tagSet: TagSet;
  readonly effects: readonly string[];
}

/** Adds what the project lacks. Nothing that is there changes; a tag whose key is taken gets the first free one. */
export function addToTagSet(local: TagSet, incoming: TagSet): TagSetAdoption {
  const { tagSet, report } = mergeTagSets(local, incoming);
  const keyed = withFreeKeys(tagSet.tags, incoming.tags);
  return {
    tagSet: { ...tagSet, tags: keyed.tags },
    effects: sentences([
      ['Adds the tags', report.tagsAdded],
      ['Adds the relations', report.relationTypesAdded],
      ['Lets more tags be linked by', report.relationTypesWidened],
      ['Leaves as they are, though the file defines them otherwise', report.tagsKept],
      ['Other keys than in the file, where they are taken', keyed.changed],
    ]),
  };
}

/**
 * Puts the incoming tag set in the place of the project's. Tags and relation types that annotations have stay, behind the new ones, so that no annotation is touched; of
 * relation types in use the ends only grow.
 */
export function replaceTagSet(local: TagSet, incoming: TagSet, use: TagSetUse): TagSetAdoption {
  const here = new Map(local.tags.map((tag) => [tag.id, tag]));
  const coming = new Set(incoming.tags.map(({ id }) => id));
  const old = local.tags.filter(({ id }) => !coming.has(id));
  const kept = old.filter(({ id }) => use.tags.has(id));
  const all = [
    ...incoming.tags,
    ...kept.map((tag) => (isTaken(tag.key, incoming.tags) ? { ...tag, key: '' } : tag)),
  ];
  const keyed = withFreeKeys(all, kept);
  const types = replacedTypes(local.relationTypes, incoming.relationTypes, use.relationTypes);
  const known = new Set(all.map(({ id }) => id));
  const there = (ids: readonly string[]) => ids.filter((id) => known.has(id));
  const isOther = (tag: Tag) => {
    const own = here.get(tag.id);
    return own !== undefined && jsonContent(own) !== jsonContent(tag);
  };
  return {
    tagSet: {
      tags: keyed.tags,
      relationTypes: types.all.map((type) => ({ ...type, from: there(type.from), to: there(type.to) })),
    },
    effects: sentences([
      ['Adds the tags', namesOf(incoming.tags.filter(({ id }) => !here.has(id)))],
      ['Defines anew', namesOf(incoming.tags.filter(isOther))],
      ['Keeps, because annotations have them', namesOf(kept)],
      ['Takes away, because no annotation has them', namesOf(old.filter(({ id }) => !use.tags.has(id)))],
      ['Adds the relations', types.added],
      ['Keeps the relations', types.kept],
      ['Takes away the relations', types.removed],
      ['Other keys than before', keyed.changed],
    ]),
  };
}

function replacedTypes(
  local: readonly RelationType[],
  incoming: readonly RelationType[],
  used: ReadonlySet<Identifier>,
) {
  const here = new Map(local.map((type) => [type.id, type]));
  const coming = new Set(incoming.map(({ id }) => id));
  const old = local.filter(({ id }) => !coming.has(id));
  const kept = old.filter(({ id }) => used.has(id));
  const widened = incoming.map((type) => {
    const own = used.has(type.id) ? here.get(type.id) : undefined;
    return { ...type, from: union(type.from, own?.from ?? []), to: union(type.to, own?.to ?? []) };
  });
  return {
    all: [...widened, ...kept],
    added: namesOf(incoming.filter(({ id }) => !here.has(id))),
    kept: namesOf(kept),
    removed: namesOf(old.filter(({ id }) => !used.has(id))),
  };
}

/** Gives tags of `wanting` that lost their key the first free one. */
function withFreeKeys(tags: readonly Tag[], wanting: readonly Tag[]): { tags: Tag[]; changed: string[] } {
  const wanted = new Map(wanting.map((tag) => [tag.id, tag.key]));
  const changed: string[] = [];
  let now = [...tags];
  for (const tag of tags) {
    const key = wanted.get(tag.id) ?? '';
    if (tag.key !== '' || key === '' || !isTaken(key, now)) continue;
    const free = freeKey({ tags: now });
    now = now.map((other) => (other.id === tag.id ? { ...other, key: free } : other));
    changed.push(`${tag.name} (${free === '' ? 'none' : free})`);
  }
  return { tags: now, changed };
}

function isTaken(key: string, tags: readonly Tag[]): boolean {
  return key !== '' && tags.some((tag) => tag.key === key);
}

function sentences(parts: readonly (readonly [start: string, names: readonly string[]])[]): string[] {
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([start, names]) => `${start}: ${names.join(', ')}.`);
}

function namesOf(items: readonly { readonly name: string }[]): string[] {
  return items.map(({ name }) => name);
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}
