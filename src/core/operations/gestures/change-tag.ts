import { moved } from '../../model/list-order.ts';
import type { Project } from '../../model/project.ts';
import { slugOf } from '../../model/slug.ts';
import { freeKey, isTagKey } from '../../model/tag-keys.ts';
import { type Tag, tagById } from '../../model/tag-set.ts';
import { changeTagSet, checkName, missing } from './change-tag-set.ts';
import { type GestureResult, refused } from './gesture.ts';

/**
 * Adds a tag behind the others, with the first key that is free.
 * @param look how it is drawn; `freshLook` finds one that no other tag has
 */
export function addTag(project: Project, name: string, look: Pick<Tag, 'mark' | 'colour'>): GestureResult {
  const { tagSet } = project;
  const checked = checkName(name, namesOf(tagSet.tags));
  if (!checked.ok) return checked.refusal;
  const tag: Tag = {
    id: slugOf(checked.name, idsTaken(project), 'tag'),
    name: checked.name,
    key: freeKey(tagSet),
    ...look,
    guideline: '',
    examples: [],
    attributes: [],
  };
  return changeTagSet(project, { ...tagSet, tags: [...tagSet.tags, tag] }, `add tag “${tag.name}”`);
}

/** Gives a tag another name; its id, which annotations and files have, stays. */
export function renameTag(project: Project, id: string, name: string): GestureResult {
  const checked = checkName(name, namesOf(project.tagSet.tags.filter((tag) => tag.id !== id)));
  if (!checked.ok) return checked.refusal;
  return changeTag(project, id, { name: checked.name }, (tag) => `rename tag “${tag.name}”`);
}

export function setTagColour(project: Project, id: string, colour: Tag['colour']): GestureResult {
  return changeTag(project, id, { colour }, (tag) => `change colour of “${tag.name}”`);
}

export function setTagMark(project: Project, id: string, mark: Tag['mark']): GestureResult {
  return changeTag(project, id, { mark }, (tag) => `change mark of “${tag.name}”`);
}

export function setTagGuideline(project: Project, id: string, guideline: string): GestureResult {
  return changeTag(project, id, { guideline: guideline.trim() }, (tag) => `edit guideline of “${tag.name}”`);
}

/** Gives a tag other examples; empty ones are left out. */
export function setTagExamples(project: Project, id: string, examples: readonly string[]): GestureResult {
  const kept = examples.map((example) => example.trim()).filter((example) => example !== '');
  return changeTag(project, id, { examples: kept }, (tag) => `edit examples of “${tag.name}”`);
}

/**
 * Gives a tag another key, or none when it is empty.
 * @param whenTaken what becomes of the tag that has the key: `swap` gives it this one's, `refuse` leaves both as they are
 */
export function setTagKey(
  project: Project,
  id: string,
  key: string,
  whenTaken: 'swap' | 'refuse',
): GestureResult {
  const { tagSet } = project;
  if (key !== '' && !isTagKey(key)) return refused('not-allowed', 'A tag’s key is one of 1 to 9.');
  const tag = tagById(tagSet, id);
  if (tag === undefined) return missing('tag');
  const holder = key === '' ? undefined : tagSet.tags.find((other) => other.id !== id && other.key === key);
  if (holder !== undefined && whenTaken === 'refuse') {
    return refused('duplicate', `${key} is the key of “${holder.name}”.`);
  }
  if (tag.key === key) return refused('unchanged', `${key} is its key already.`);
  const tags = tagSet.tags.map((other) => {
    if (other.id === id) return { ...other, key };
    return other.key === key && key !== '' ? { ...other, key: isTagKey(tag.key) ? tag.key : '' } : other;
  });
  return changeTagSet(project, { ...tagSet, tags }, `change key of “${tag.name}”`);
}

/** Moves a tag to another place in the list. */
export function moveTag(project: Project, id: string, to: number): GestureResult {
  const { tagSet } = project;
  const from = tagSet.tags.findIndex((tag) => tag.id === id);
  const tags = moved(tagSet.tags, from, to);
  if (tags === tagSet.tags) return refused('unchanged', 'The tag is there already.');
  return changeTagSet(project, { ...tagSet, tags: [...tags] }, `move tag “${tagSet.tags[from]?.name ?? ''}”`);
}

/** Puts other values in a tag's fields. */
export function changeTag(
  project: Project,
  id: string,
  fields: Partial<Omit<Tag, 'id'>>,
  labelOf: (tag: Tag) => string,
): GestureResult {
  const { tagSet } = project;
  const tag = tagById(tagSet, id);
  if (tag === undefined) return missing('tag');
  const after = { ...tag, ...fields };
  if (JSON.stringify(after) === JSON.stringify(tag))
    return refused('unchanged', 'That is how it is already.');
  const tags = tagSet.tags.map((other) => (other.id === id ? after : other));
  return changeTagSet(project, { ...tagSet, tags }, labelOf(tag));
}

function namesOf(tags: readonly Tag[]): string[] {
  return tags.map(({ name }) => name);
}

/** Relation types may still name a tag that a dataset of another program never defined: a new one is not to be taken for it. */
function idsTaken({ tagSet }: Project): string[] {
  return [
    ...tagSet.tags.map(({ id }) => id),
    ...tagSet.relationTypes.flatMap(({ from, to }) => [...from, ...to]),
  ];
}
