import { XmlWriter } from '../../xml/xml-writer.ts';
import { type Cas, CasReference, type CasValue, type FeatureStructure } from './cas.ts';
import { ownTypes } from './own-types.ts';
import { type CasFeature, sofaType, topType } from './type-system.ts';

/** A CAS as XMI, as UIMA’s `XmiCasSerializer` lays it out: structures, then sofas, then views. Lists of strings are child elements, references are ids. */
export function xmiDocument({ structures, views }: Cas): string {
  const prefixes = prefixesOf(structures.values());
  const namespaces = [...prefixes].map(([space, prefix]): [string, string] => [
    `xmlns:${prefix}`,
    `http:///${space.replaceAll('.', '/')}.ecore`,
  ]);
  const writer = new XmlWriter();
  writer.open('xmi:XMI', {
    'xmlns:xmi': 'http://www.omg.org/XMI',
    ...Object.fromEntries(namespaces),
    'xmi:version': '2.0',
  });
  writer.element('cas:NULL', { 'xmi:id': 0 });
  const inOrder = [...structures.values()];
  for (const structure of inOrder)
    if (structure.type !== sofaType) writeStructure(writer, structure, prefixes);
  for (const structure of inOrder)
    if (structure.type === sofaType) writeStructure(writer, structure, prefixes);
  for (const { sofa, members = [] } of views)
    writer.element('cas:View', { sofa, members: [...members].join(' ') });
  return writer.close().take();
}

function writeStructure(
  writer: XmlWriter,
  { id, type, features }: FeatureStructure,
  prefixes: ReadonlyMap<string, string>,
): void {
  const attributes: Record<string, string | number> = { 'xmi:id': id };
  const lists: [string, readonly string[]][] = [];
  for (const [name, value] of features) {
    const strings = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    if (strings.length > 0) lists.push([name, strings]);
    else attributes[name] = attributeOf(value);
  }
  const [space, local] = nameParts(type);
  writer.open(`${prefixes.get(space) ?? ''}:${local}`, attributes);
  for (const [name, strings] of lists) for (const item of strings) writer.element(name, {}, item);
  writer.close();
}

function attributeOf(value: CasValue): string {
  if (value instanceof CasReference) return String(value.id);
  if (typeof value === 'object') return value.map(attributeOf).join(' ');
  return String(value);
}

/** A prefix for each package: its last word, with a number where two end alike. */
function prefixesOf(structures: Iterable<FeatureStructure>): Map<string, string> {
  const prefixes = new Map([['uima.cas', 'cas']]);
  const taken = new Set(['cas', 'xmi']);
  for (const { type } of structures) {
    const [space] = nameParts(type);
    if (prefixes.has(space)) continue;
    const word = space.slice(space.lastIndexOf('.') + 1);
    let prefix = word;
    for (let i = 2; taken.has(prefix); i++) prefix = `${word}${i}`;
    taken.add(prefix);
    prefixes.set(space, prefix);
  }
  return prefixes;
}

function nameParts(type: string): [space: string, local: string] {
  const dot = type.lastIndexOf('.');
  return [type.slice(0, dot), type.slice(dot + 1)];
}

/** The type system of what is written, as a UIMA component descriptor. */
export function typeSystemDocument(): string {
  const writer = new XmlWriter().open('typeSystemDescription', {
    xmlns: 'http://uima.apache.org/resourceSpecifier',
  });
  writer.element('name', {}, 'Ascribe').element('version', {}, '1');
  writer.open('types');
  for (const { name, superType, features, description = '' } of ownTypes) {
    writer.open('typeDescription').element('name', {}, name).element('description', {}, description);
    writer.element('supertypeName', {}, superType).open('features');
    for (const feature of features) writeFeature(writer, feature);
    writer.close().close();
  }
  return writer.close().close().take();
}

function writeFeature(writer: XmlWriter, { name, range, description = '' }: CasFeature): void {
  writer.open('featureDescription').element('name', {}, name).element('description', {}, description);
  const element = range.endsWith('[]') ? range.slice(0, -2) : undefined;
  if (element === undefined) writer.element('rangeTypeName', {}, range);
  else if (element.startsWith('uima.cas.') && element !== topType) {
    writer.element('rangeTypeName', {}, `${element}Array`);
  } else {
    writer.element('rangeTypeName', {}, 'uima.cas.FSArray').element('elementType', {}, element);
    writer.element('multipleReferencesAllowed', {}, 'false');
  }
  writer.close();
}
