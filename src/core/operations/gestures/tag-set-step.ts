import { failure, type Result, success } from '../../model/result.ts';
import { type RelationType, type Tag, type TagSet, tagById } from '../../model/tag-set.ts';
import type { Refusal } from './gesture.ts';

/** A change of the tag set that annotations have to follow. */
export interface TagSetStep {
  readonly after: TagSet;
  /** What becomes of the spans of a tag: they get the tag `to`, or go away where it is null. */
  readonly retag: { readonly from: string; readonly to: string | null } | null;
  /** Words that follow "Undo". */
  readonly label: string;
}

export type TagSetStepResult = Result<TagSetStep, Refusal>;

/** Takes a tag away, with its spans and their relations. Relation types stay, without the tag at their ends. */
export function deleteTagStep(tagSet: TagSet, id: string): TagSetStepResult {
  const tag = tagById(tagSet, id);
  if (tag === undefined) return gone('tag');
  if (tagSet.tags.length === 1) return no('not-allowed', 'A tag set has at least one tag.');
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id);
  return success({
    after: {
      tags: tagSet.tags.filter((other) => other !== tag),
      relationTypes: tagSet.relationTypes.map((type) => ({
        ...type,
        from: without(type.from),
        to: without(type.to),
      })),
    },
    retag: { from: id, to: null },
    label: `delete tag “${tag.name}”`,
  });
}

/**
 * Makes one tag of two: spans of `from` become spans of `into`, which stands for it in relation types too and takes over attributes, options and examples that it
 * lacks. Where both define the same attribute, `into` says how.
 */
export function mergeTagsStep(tagSet: TagSet, from: string, into: string): TagSetStepResult {
  const [gives, takes] = [tagById(tagSet, from), tagById(tagSet, into)];
  if (gives === undefined || takes === undefined) return gone('tag');
  if (from === into) return no('not-allowed', 'A tag is merged with another one.');
  const merged: Tag = {
    ...takes,
    key: takes.key === '' ? gives.key : takes.key,
    examples: [...new Set([...takes.examples, ...gives.examples])],
    attributes: mergedAttributes(takes, gives),
  };
  const renamed = (ids: readonly string[]) => [...new Set(ids.map((id) => (id === from ? into : id)))];
  return success({
    after: {
      tags: tagSet.tags.filter(({ id }) => id !== from).map((tag) => (tag === takes ? merged : tag)),
      relationTypes: tagSet.relationTypes.map((type) => ({
        ...type,
        from: renamed(type.from),
        to: renamed(type.to),
      })),
    },
    retag: { from, to: into },
    label: `merge tag “${gives.name}” into “${takes.name}”`,
  });
}

/** Takes a kind of link away, with all links of that kind. */
export function removeRelationTypeStep(tagSet: TagSet, id: string): TagSetStepResult {
  const type = tagSet.relationTypes.find((other) => other.id === id);
  if (type === undefined) return gone('relation');
  const relationTypes = tagSet.relationTypes.filter((other) => other !== type);
  return success({
    after: { ...tagSet, relationTypes },
    retag: null,
    label: `remove relation “${type.name}”`,
  });
}

/** Says which tags may stand at the ends of a kind of link. Links that no longer fit go away. */
export function setRelationEndsStep(
  tagSet: TagSet,
  id: string,
  ends: Pick<RelationType, 'from' | 'to'>,
): TagSetStepResult {
  const type = tagSet.relationTypes.find((other) => other.id === id);
  if (type === undefined) return gone('relation');
  const relationTypes = tagSet.relationTypes.map((other) => (other === type ? { ...type, ...ends } : other));
  return success({
    after: { ...tagSet, relationTypes },
    retag: null,
    label: `change ends of “${type.name}”`,
  });
}

function mergedAttributes(takes: Tag, gives: Tag): Tag['attributes'] {
  const own = takes.attributes.map((definition) => {
    const other = gives.attributes.find(({ id, type }) => id === definition.id && type === definition.type);
    const known = new Set(definition.options.map(({ id }) => id));
    const more = (other?.options ?? []).filter(({ id }) => !known.has(id));
    return more.length === 0 ? definition : { ...definition, options: [...definition.options, ...more] };
  });
  const known = new Set(takes.attributes.map(({ id }) => id));
  return [...own, ...gives.attributes.filter(({ id }) => !known.has(id))];
}

function no(code: Refusal['code'], message: string): TagSetStepResult {
  return failure({ code, message });
}

function gone(what: string): TagSetStepResult {
  return no('missing', `That ${what} is no longer in the tag set.`);
}
