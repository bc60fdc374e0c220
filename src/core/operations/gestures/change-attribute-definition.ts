import type { AttributeDefinition, AttributeType } from '../../model/attribute-definition.ts';
import {
  cueAttribute,
  dateAttribute,
  entityAttribute,
  noSpeakerAttribute,
  placeAttribute,
} from '../../model/known-attributes.ts';
import { moved } from '../../model/list-order.ts';
import type { Project } from '../../model/project.ts';
import { slugOf } from '../../model/slug.ts';
import { type Tag, tagById } from '../../model/tag-set.ts';
import { changeTag } from './change-tag.ts';
import { checkName, missing } from './change-tag-set.ts';
import { type GestureResult, refused } from './gesture.ts';

/** The types of the attributes that the app itself sets and reads. */
const knownTypes: ReadonlyMap<string, AttributeType> = new Map<string, AttributeType>([
  [entityAttribute, 'entity'],
  [noSpeakerAttribute, 'boolean'],
  [cueAttribute, 'text'],
  [dateAttribute, 'date'],
  [placeAttribute, 'place'],
]);

/** True for attributes that the app itself works with: their type stays. */
export function hasFixedType({ id, type }: Pick<AttributeDefinition, 'id' | 'type'>): boolean {
  return knownTypes.get(id) === type;
}

/** Says of a tag's spans what they can be said to be, behind what was said before. */
export function addAttribute(
  project: Project,
  tagId: string,
  { name, type }: Pick<AttributeDefinition, 'name' | 'type'>,
): GestureResult {
  return change(project, tagId, (tag) => {
    const checked = checkName(
      name,
      tag.attributes.map((other) => other.name),
    );
    if (!checked.ok) return checked.refusal;
    const reserved = [...knownTypes].filter(([, known]) => known !== type).map(([id]) => id);
    const taken = [...tag.attributes.map(({ id }) => id), ...reserved];
    const definition = {
      id: slugOf(checked.name, taken, 'attribute'),
      name: checked.name,
      type,
      options: [],
    };
    return put(project, tag, [...tag.attributes, definition], `add attribute “${checked.name}”`);
  });
}

/** Gives an attribute another name; its id, which spans have, stays. */
export function renameAttribute(
  project: Project,
  tagId: string,
  attributeId: string,
  name: string,
): GestureResult {
  return change(project, tagId, (tag) => {
    const others = tag.attributes.filter(({ id }) => id !== attributeId);
    const checked = checkName(
      name,
      others.map((other) => other.name),
    );
    if (!checked.ok) return checked.refusal;
    return changeAttribute(project, tagId, attributeId, { name: checked.name }, 'rename attribute');
  });
}

/** Gives an attribute another type. Values that spans have stay as they are; what is not of the new type is shown as that. */
export function setAttributeType(
  project: Project,
  tagId: string,
  attributeId: string,
  type: AttributeType,
): GestureResult {
  const definition = tagById(project.tagSet, tagId)?.attributes.find(({ id }) => id === attributeId);
  if (definition !== undefined && hasFixedType(definition) && definition.type !== type) {
    return refused('not-allowed', `Ascribe itself works with “${definition.name}”: its type stays.`);
  }
  return changeAttribute(project, tagId, attributeId, { type }, 'change type of');
}

/** Takes an attribute out of a tag's definition. Values that spans have stay with them. */
export function removeAttribute(project: Project, tagId: string, attributeId: string): GestureResult {
  return change(project, tagId, (tag) => {
    const gone = tag.attributes.find(({ id }) => id === attributeId);
    if (gone === undefined) return missing('attribute');
    const rest = tag.attributes.filter((other) => other !== gone);
    return put(project, tag, rest, `remove attribute “${gone.name}”`);
  });
}

/** Moves an attribute to another place among the tag's. */
export function moveAttribute(
  project: Project,
  tagId: string,
  attributeId: string,
  to: number,
): GestureResult {
  return change(project, tagId, (tag) => {
    const from = tag.attributes.findIndex(({ id }) => id === attributeId);
    return put(project, tag, moved(tag.attributes, from, to), 'move attribute');
  });
}

/** Puts other values in the fields of one of a tag's attributes. @param verb words before its name in the label. */
export function changeAttribute(
  project: Project,
  tagId: string,
  attributeId: string,
  fields: Partial<Omit<AttributeDefinition, 'id'>>,
  verb: string,
): GestureResult {
  return change(project, tagId, (tag) => {
    const before = tag.attributes.find(({ id }) => id === attributeId);
    if (before === undefined) return missing('attribute');
    const after = tag.attributes.map((other) => (other === before ? { ...other, ...fields } : other));
    return put(project, tag, after, `${verb} “${before.name}”`);
  });
}

function change(project: Project, tagId: string, make: (tag: Tag) => GestureResult): GestureResult {
  const tag = tagById(project.tagSet, tagId);
  return tag === undefined ? missing('tag') : make(tag);
}

function put(
  project: Project,
  tag: Tag,
  attributes: readonly AttributeDefinition[],
  label: string,
): GestureResult {
  return changeTag(project, tag.id, { attributes: [...attributes] }, () => label);
}
