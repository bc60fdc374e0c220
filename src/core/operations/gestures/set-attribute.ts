import {
  type AttributeDefinition,
  type AttributeType,
  readAttribute,
  type TypedValue,
} from '../../model/attribute-definition.ts';
import type { Attributes } from '../../model/attribute-value.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { Span } from '../../model/span.ts';
import { operationOf } from '../operation.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/** What a span can be made to say of an attribute; undefined that it says nothing. */
export type NewValue = TypedValue[AttributeType] | undefined;

export interface AttributeSetting {
  readonly definition: AttributeDefinition;
  readonly value: NewValue;
}

/**
 * Says something of a span, or (undefined, and text, lists and names that are empty) takes back what was said.
 * Refused when the value is not of the attribute's type or not among its options, and when nothing would change.
 */
export function setAttribute(
  span: Span,
  definition: AttributeDefinition,
  value: NewValue,
  by: Authorship,
): GestureResult {
  const name = definition.name.toLowerCase();
  const label = isNothing(value) ? `clear ${name}` : `set ${name}`;
  return setAttributes([span], [{ definition, value }], label, by);
}

/**
 * Says the same of several spans, in one step: all that differ from it are changed. The first span is current afterwards.
 * @param label words that follow "Undo", e.g. `set stance`
 */
export function setAttributes(
  spans: readonly Span[],
  settings: readonly AttributeSetting[],
  label: string,
  by: Authorship,
): GestureResult {
  const [first] = spans;
  if (first === undefined) return refused('nothing-selected', 'There is no annotation to change.');
  for (const span of spans) {
    for (const setting of settings) {
      const problem = problemOf(span.attributes, setting);
      if (problem !== undefined) return refused('not-allowed', problem, span.id);
    }
  }
  const changes = spans.flatMap((before) => {
    const attributes = settings.reduce(withSetting, before.attributes);
    if (attributes === before.attributes) return [];
    return [{ type: 'span.update', before, after: { ...before, attributes, updatedAt: by.now } }] as const;
  });
  if (changes.length === 0) return refused('unchanged', 'The annotation says this already.', first.id);
  return done(operationOf(changes), label, first.id);
}

/** Takes away what a span says of an attribute, whatever it is: of one, too, that the tag set does not know. */
export function removeAttribute(span: Span, id: Identifier, by: Authorship): GestureResult {
  if (!Object.hasOwn(span.attributes, id)) {
    return refused('unchanged', 'The annotation does not have this attribute.', span.id);
  }
  const after = { ...span, attributes: without(span.attributes, id), updatedAt: by.now };
  return done({ type: 'span.update', before: span, after }, `remove ${id}`, span.id);
}

/** The same attributes, the object itself, when the setting changes nothing. */
function withSetting(attributes: Attributes, { definition, value }: AttributeSetting): Attributes {
  const { id } = definition;
  if (isNothing(value)) return Object.hasOwn(attributes, id) ? without(attributes, id) : attributes;
  const now = typed(definition, value);
  const before = readAttribute(attributes, definition);
  if (before.ok && JSON.stringify(before.value) === JSON.stringify(now)) return attributes;
  return { ...attributes, [id]: now };
}

/** Why the value cannot be set, in a sentence. What a span has already it may keep, were it no option. */
function problemOf(attributes: Attributes, { definition, value }: AttributeSetting): string | undefined {
  if (isNothing(value)) return undefined;
  const { id, name, options, type } = definition;
  if (!readAttribute({ [id]: plain(value) }, definition).ok) {
    return `This cannot be the value of “${name}”.`;
  }
  if (type !== 'oneOf' && type !== 'manyOf') return undefined;
  const before = Object.hasOwn(attributes, id) ? attributes[id] : undefined;
  const offered = new Set([...options.map((option) => option.id), ...listed(before)]);
  return listed(plain(value)).every((choice) => offered.has(choice))
    ? undefined
    : `“${name}” has other values to choose from.`;
}

function listed(value: Attributes[string] | undefined): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}

/** The value with its keys in the order of its schema, so that two can be compared as written. */
function typed(definition: AttributeDefinition, value: Exclude<NewValue, undefined>) {
  const read = readAttribute({ [definition.id]: plain(value) }, definition);
  if (!read.ok || read.value === undefined) throw new Error('the value was read before: problemOf did');
  return plain(read.value);
}

/** As JSON has it: arrays and objects that nobody holds on to. */
function plain(value: Exclude<NewValue, undefined>) {
  if (typeof value !== 'object') return value;
  return 'type' in value || 'name' in value ? { ...value } : [...value];
}

function isNothing(value: NewValue): value is undefined {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function without(attributes: Attributes, id: string): Attributes {
  const { [id]: _gone, ...others } = attributes;
  return others;
}
