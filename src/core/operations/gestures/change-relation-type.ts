import { moved } from '../../model/list-order.ts';
import type { Project } from '../../model/project.ts';
import { slugOf } from '../../model/slug.ts';
import type { RelationType } from '../../model/tag-set.ts';
import { changeTagSet, checkName, missing } from './change-tag-set.ts';
import { type GestureResult, refused } from './gesture.ts';

/** Adds a kind of link behind the others. @param ends ids of the tags that may stand at each end. */
export function addRelationType(
  project: Project,
  name: string,
  ends: Pick<RelationType, 'from' | 'to'>,
): GestureResult {
  const { tagSet } = project;
  const checked = checkName(
    name,
    tagSet.relationTypes.map((type) => type.name),
  );
  if (!checked.ok) return checked.refusal;
  const id = slugOf(
    checked.name,
    tagSet.relationTypes.map((type) => type.id),
    'relation',
  );
  const type: RelationType = { id, name: checked.name, ...ends };
  return changeTagSet(
    project,
    { ...tagSet, relationTypes: [...tagSet.relationTypes, type] },
    `add relation “${type.name}”`,
  );
}

/** Gives a kind of link another name; its id stays. */
export function renameRelationType(project: Project, id: string, name: string): GestureResult {
  const { tagSet } = project;
  const before = tagSet.relationTypes.find((type) => type.id === id);
  if (before === undefined) return missing('relation');
  const others = tagSet.relationTypes.filter((type) => type !== before);
  const checked = checkName(
    name,
    others.map((type) => type.name),
  );
  if (!checked.ok) return checked.refusal;
  if (checked.name === before.name) return refused('unchanged', 'The name is the same.');
  const relationTypes = tagSet.relationTypes.map((type) =>
    type === before ? { ...type, name: checked.name } : type,
  );
  return changeTagSet(project, { ...tagSet, relationTypes }, `rename relation “${before.name}”`);
}

/** Moves a kind of link to another place: of several that fit two tags the first is made. */
export function moveRelationType(project: Project, id: string, to: number): GestureResult {
  const { tagSet } = project;
  const from = tagSet.relationTypes.findIndex((type) => type.id === id);
  const relationTypes = moved(tagSet.relationTypes, from, to);
  if (relationTypes === tagSet.relationTypes) return refused('unchanged', 'The relation is there already.');
  return changeTagSet(project, { ...tagSet, relationTypes: [...relationTypes] }, 'move relation');
}
