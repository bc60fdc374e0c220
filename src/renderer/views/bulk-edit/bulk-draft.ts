import type { AttributeDefinition } from '../../../core/model/attribute-definition.ts';
import { type TagSet, tagById } from '../../../core/model/tag-set.ts';
import type { BulkEdit } from '../../app/bulk-edit.ts';

export const actions = [
  { value: 'retag', label: 'Change the tag', verb: 'Change tag of' },
  { value: 'flag', label: 'Flag for discussion', verb: 'Flag' },
  { value: 'unflag', label: 'Take the flags off', verb: 'Unflag' },
  { value: 'entity', label: 'Say who it is', verb: 'Assign' },
  { value: 'attribute', label: 'Set an attribute', verb: 'Set attribute of' },
  { value: 'delete', label: 'Delete', verb: 'Delete' },
] as const;

/** What the fields of the dialog say. */
export interface BulkDraft {
  readonly action: (typeof actions)[number]['value'];
  readonly tag: string;
  /** Id of the attribute; an entity is one too. */
  readonly attribute: string;
  readonly entityAttribute: string;
  /** As it stands in its field; empty takes the attribute away. */
  readonly value: string;
}

export function firstDraft(tagSet: TagSet): BulkDraft {
  return {
    action: 'retag',
    tag: tagSet.tags[0]?.id ?? '',
    attribute: settable(tagSet)[0]?.id ?? '',
    entityAttribute: entityAttributes(tagSet)[0]?.id ?? '',
    value: '',
  };
}

/** Attributes with values that one field can say. */
export function settable(tagSet: TagSet): AttributeDefinition[] {
  return distinct(tagSet).filter(({ type }) => ['text', 'number', 'boolean', 'oneOf'].includes(type));
}

export function entityAttributes(tagSet: TagSet): AttributeDefinition[] {
  return distinct(tagSet).filter(({ type }) => type === 'entity');
}

/** The definition that the draft means. */
export function definitionOf(draft: BulkDraft, tagSet: TagSet): AttributeDefinition | undefined {
  const id = draft.action === 'entity' ? draft.entityAttribute : draft.attribute;
  return distinct(tagSet).find((definition) => definition.id === id);
}

/** What the draft comes to; undefined while it says nothing that can be done. */
export function actionOf(draft: BulkDraft, tagSet: TagSet): BulkEdit | undefined {
  switch (draft.action) {
    case 'retag': {
      const tag = tagById(tagSet, draft.tag);
      return tag === undefined ? undefined : { kind: 'retag', tag };
    }
    case 'flag':
    case 'unflag':
      return { kind: 'flag', flagged: draft.action === 'flag' };
    case 'delete':
      return { kind: 'delete' };
    case 'entity':
    case 'attribute': {
      const definition = definitionOf(draft, tagSet);
      if (definition === undefined) return undefined;
      const value = parsedValue(definition, draft.value);
      return value === 'invalid' ? undefined : { kind: 'attribute', definition, ...value };
    }
  }
}

function parsedValue(
  { type }: AttributeDefinition,
  value: string,
): { value: string | number | boolean | undefined } | 'invalid' {
  if (value === '') return { value: undefined };
  if (type === 'boolean') return { value: value === 'true' };
  if (type !== 'number') return { value };
  const number = Number(value);
  return Number.isFinite(number) ? { value: number } : 'invalid';
}

/** Each attribute once, as the first tag that has it defines it. */
function distinct({ tags }: TagSet): AttributeDefinition[] {
  const byId = new Map<string, AttributeDefinition>();
  for (const definition of tags.flatMap(({ attributes }) => attributes)) {
    if (!byId.has(definition.id)) byId.set(definition.id, definition);
  }
  return [...byId.values()];
}
