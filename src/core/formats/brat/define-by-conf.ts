import type { AttributeDefinition } from '../../model/attribute-definition.ts';
import { identifierSchema } from '../../model/identifier.ts';
import { defaultTagSet, tagById } from '../../model/tag-set.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import { unescapedName } from '../escaped-name.ts';
import type { AnnotationConf, ConfiguredType } from './annotation-conf.ts';
import { nameOfBratRole } from './brat-name.ts';
import { flaggedAttribute } from './known-names.ts';

/** Defines the tags, attributes and relation types of an `annotation.conf`. Roles of events are relation types from the events to what fills them. */
export function defineByConf(draft: DatasetDraft, conf: AnnotationConf): void {
  const entities = conf.entities.map(({ name }) => name);
  const events = conf.events.map(({ name }) => name);
  const groups = new Map([
    ['<ANY>', [...entities, ...events]],
    ['<ENTITY>', entities],
    ['<EVENT>', events],
  ]);
  for (const [kind, names] of [
    ['<ENTITY>', entities],
    ['<EVENT>', events],
  ] as const) {
    for (const name of names) defineTag(draft, name, kind, conf.attributes);
  }
  const ends = new Map<string, { readonly from: Set<string>; readonly to: Set<string> }>();
  const link = (type: string, from: readonly string[], to: readonly string[]) => {
    const known = ends.get(type) ?? { from: new Set(), to: new Set() };
    ends.set(type, known);
    for (const [types, into] of [
      [from, known.from],
      [to, known.to],
    ] as const) {
      for (const name of types.flatMap((one) => groups.get(one) ?? (one.startsWith('<') ? [] : [one])))
        into.add(unescapedName(name));
    }
  };
  for (const { name, roles } of conf.relations) {
    const [from = [], to = []] = [...roles].flatMap(([role, types]) => (role.startsWith('<') ? [] : [types]));
    link(unescapedName(name), from, to);
  }
  // A relation of the same name says what it links wherever it stands, as a role too.
  const relations = new Set(ends.keys());
  for (const { name, roles } of conf.events)
    for (const [role, types] of roles)
      if (!relations.has(nameOfBratRole(role))) link(nameOfBratRole(role), [name], types);
  for (const [id, { from, to }] of ends) {
    if (isIdentifier(id)) draft.relationType({ id, name: id, from: [...from], to: [...to] });
    else draft.fault({ effect: 'refused', item: 'relation type', id: id.slice(0, 40), reason: lengthReason });
  }
}

const lengthReason = 'its name is empty or too long';

function defineTag(
  draft: DatasetDraft,
  name: string,
  kind: '<ENTITY>' | '<EVENT>',
  configured: readonly ConfiguredType[],
): void {
  const id = unescapedName(name);
  if (!isIdentifier(id)) {
    draft.fault({ effect: 'refused', item: 'tag', id: id.slice(0, 40), reason: lengthReason });
    return;
  }
  const known = tagById(defaultTagSet, id) ?? { id, name: id, attributes: [] };
  const attributes = new Map(known.attributes.map((attribute) => [attribute.id, attribute]));
  for (const attribute of configured) {
    const bearers = attribute.roles.get('Arg') ?? [];
    if (!bearers.some((bearer) => bearer === name || bearer === kind || bearer === '<ANY>')) continue;
    const defined = attributeOf(attribute);
    if (defined !== undefined && !attributes.has(defined.id)) attributes.set(defined.id, defined);
  }
  draft.tag({ ...known, attributes: [...attributes.values()] });
}

/** An attribute of the configuration: one of several values, or true. */
function attributeOf({ name, roles }: ConfiguredType): AttributeDefinition | undefined {
  const id = unescapedName(name);
  if (name === flaggedAttribute || !isIdentifier(id)) return undefined;
  const values = [...new Set(roles.get('Value'))].filter(isIdentifier);
  return {
    id,
    name: id,
    type: values.length > 0 ? 'oneOf' : 'boolean',
    options: values.map((value) => ({ id: value, name: value })),
  };
}

function isIdentifier(id: string): boolean {
  return identifierSchema.safeParse(id).success;
}
