import type { AttributeDefinition, AttributeOption } from '../../model/attribute-definition.ts';
import { moved } from '../../model/list-order.ts';
import type { Project } from '../../model/project.ts';
import { slugOf } from '../../model/slug.ts';
import { tagById } from '../../model/tag-set.ts';
import { changeAttribute } from './change-attribute-definition.ts';
import { checkName, missing } from './change-tag-set.ts';
import type { GestureResult } from './gesture.ts';

/** Where an option stands: the tag and its attribute. */
export interface AttributePlace {
  readonly tag: string;
  readonly attribute: string;
}

/** Adds a value that an attribute may have, behind the others. */
export function addOption(project: Project, place: AttributePlace, name: string): GestureResult {
  return changeOptions(project, place, 'add option to', ({ options }) => {
    const checked = checkName(name, namesOf(options));
    if (!checked.ok) return checked.refusal;
    const id = slugOf(
      checked.name,
      options.map((option) => option.id),
      'option',
    );
    return [...options, { id, name: checked.name }];
  });
}

/** Gives an option another name; its id, which spans have as their value, stays. */
export function renameOption(
  project: Project,
  place: AttributePlace,
  optionId: string,
  name: string,
): GestureResult {
  return changeOptions(project, place, 'rename option of', ({ options }) => {
    if (!options.some(({ id }) => id === optionId)) return missing('option');
    const checked = checkName(name, namesOf(options.filter(({ id }) => id !== optionId)));
    if (!checked.ok) return checked.refusal;
    return options.map((option) => (option.id === optionId ? { ...option, name: checked.name } : option));
  });
}

/** Takes an option away. Spans that have it as their value keep it. */
export function removeOption(project: Project, place: AttributePlace, optionId: string): GestureResult {
  return changeOptions(project, place, 'remove option of', ({ options }) =>
    options.some(({ id }) => id === optionId)
      ? options.filter(({ id }) => id !== optionId)
      : missing('option'),
  );
}

/** Moves an option to another place among the attribute's. */
export function moveOption(
  project: Project,
  place: AttributePlace,
  optionId: string,
  to: number,
): GestureResult {
  return changeOptions(project, place, 'move option of', ({ options }) =>
    moved(
      options,
      options.findIndex(({ id }) => id === optionId),
      to,
    ),
  );
}

function changeOptions(
  project: Project,
  { tag, attribute }: AttributePlace,
  verb: string,
  make: (definition: AttributeDefinition) => readonly AttributeOption[] | GestureResult,
): GestureResult {
  const definition = tagById(project.tagSet, tag)?.attributes.find(({ id }) => id === attribute);
  if (definition === undefined) return missing('attribute');
  const made = make(definition);
  if ('ok' in made) return made;
  return changeAttribute(project, tag, attribute, { options: [...made] }, verb);
}

function namesOf(options: readonly AttributeOption[]): string[] {
  return options.map(({ name }) => name);
}
