import { failure, type Result, success } from '../../model/result.ts';
import { inNamespace, readXml, type XmlStart } from '../../xml/read-xml.ts';
import type { XmlFault } from '../../xml/xml-fault.ts';
import { type Cas, CasReference, type CasValue, type CasView, type FeatureStructure } from './cas.ts';
import { sofaType, stringType, type TypeSystem } from './type-system.ts';

const xmiNamespace = 'http://www.omg.org/XMI';
const xmiId = inNamespace(xmiNamespace, 'id');
const packageNamespace = /^http:\/\/\/(.*)\.ecore$/;

/** A structure as it stands in the file. */
interface RawStructure {
  readonly id: number;
  readonly type: string;
  readonly line: number;
  readonly features: Map<string, string | string[]>;
}

/**
 * Reads a CAS in XMI (UIMA References, chapter “XMI CAS Serialization”): an element a feature structure, its namespace the package of its type; features are
 * attributes, or child elements where they hold several strings. What is a number, and what a reference, only the types tell.
 */
export function readXmi(text: string, types: TypeSystem): Result<Cas, XmlFault> {
  const raw: RawStructure[] = [];
  const members = new Map<number, ReadonlySet<number>>();
  const parents: (RawStructure | undefined)[] = [];
  let root: XmlStart | undefined;
  let strings: { readonly feature: string; readonly of: RawStructure; readonly pieces: string[] } | undefined;
  const read = readXml(text, {
    open(element) {
      const depth = parents.length;
      if (depth === 0) root = element;
      const parent = parents.at(-1);
      if (depth === 2 && parent !== undefined) strings = { feature: element.local, of: parent, pieces: [] };
      const structure = depth === 1 ? rawStructure(element) : undefined;
      parents.push(structure);
      if (structure === undefined) return;
      if (structure.type === 'uima.cas.View') members.set(...viewMembers(structure));
      else if (structure.type !== 'uima.cas.NULL') raw.push(structure);
    },
    text(found) {
      strings?.pieces.push(found);
    },
    close() {
      parents.pop();
      if (parents.length !== 2 || strings === undefined) return;
      const { feature, of, pieces } = strings;
      const before = of.features.get(feature);
      const list = Array.isArray(before) ? before : [];
      list.push(pieces.join(''));
      of.features.set(feature, list);
      strings = undefined;
    },
  });
  if (!read.ok) return read;
  if (root?.local !== 'XMI')
    return failure({ reason: 'its first element is not XMI', line: root?.line ?? 1 });
  const structures = new Map<number, FeatureStructure>();
  for (const structure of raw) {
    // What has no id of its own cannot be referred to, and is read all the same.
    const isNamed = structure.id >= 0 && !structures.has(structure.id);
    const id = isNamed ? structure.id : -2 - structures.size;
    structures.set(id, { ...typed(structure, types), id });
  }
  return success({ types, structures, views: viewsOf(structures, members) });
}

function rawStructure({ uri, local, attributes, line }: XmlStart): RawStructure {
  const features = new Map<string, string>();
  for (const [name, value] of attributes) if (!name.startsWith('{')) features.set(name, value);
  const space = (packageNamespace.exec(uri)?.[1] ?? uri).replaceAll('/', '.');
  const type = space === 'uima.noNamespace' || space === '' ? local : `${space}.${local}`;
  return { id: idOf(attributes.get(xmiId)), type, line, features };
}

function viewMembers({ features }: RawStructure): [number, ReadonlySet<number>] {
  const ids = String(features.get('members') ?? '').split(/\s+/);
  return [idOf(features.get('sofa')), new Set(ids.filter((id) => id !== '').map(Number))];
}

function viewsOf(
  structures: ReadonlyMap<number, FeatureStructure>,
  members: ReadonlyMap<number, ReadonlySet<number>>,
): CasView[] {
  return [...structures.values()].flatMap(({ id, type, features }) => {
    if (type !== sofaType) return [];
    const text = features.get('sofaString');
    return [
      {
        name: String(features.get('sofaID') ?? id),
        sofa: id,
        text: typeof text === 'string' ? text : undefined,
        members: members.get(id),
      },
    ];
  });
}

function typed({ id, type, line, features }: RawStructure, types: TypeSystem): FeatureStructure {
  const values = [...features].map(([name, value]): [string, CasValue] => {
    if (name === 'sofa') return [name, new CasReference(idOf(value))];
    if (name === 'elements') return [name, elements(type, value)];
    const feature = types.feature(type, name);
    if (feature === undefined || Array.isArray(value)) return [name, value];
    return [name, featureValue(types, feature.range, feature.isShared === true, value)];
  });
  return { id, type, line, features: new Map(values) };
}

/** The elements of an array that is a structure of its own: references, unless its type is one of numbers or strings. */
function elements(type: string, value: string | string[]): CasValue {
  if (Array.isArray(value)) return value;
  const primitive = /^uima\.cas\.(\w+)Array$/.exec(type)?.[1];
  const range = primitive === undefined || primitive === 'FS' ? '' : `uima.cas.${primitive}`;
  return words(value).map((word) =>
    range === '' ? new CasReference(Number(word)) : primitiveOf(range, word),
  );
}

function featureValue(types: TypeSystem, range: string, isShared: boolean, value: string): CasValue {
  if (types.isA(range, stringType)) return value;
  if (isPrimitive(range)) return primitiveOf(range, value);
  const element = range.endsWith('[]') ? range.slice(0, -2) : undefined;
  if (element !== undefined && !isShared && (isPrimitive(element) || element === stringType)) {
    return words(value).map((word) => primitiveOf(element, word));
  }
  const ids = words(value).map((word) => new CasReference(idOf(word)));
  return ids.length === 1 ? (ids[0] ?? ids) : ids;
}

const numbers = /^uima\.cas\.(?:Byte|Short|Integer|Long|Float|Double)$/;

function isPrimitive(range: string): boolean {
  return range === 'uima.cas.Boolean' || numbers.test(range);
}

/** A value of a primitive type; what it cannot be stays a string. */
function primitiveOf(range: string, word: string): string | number | boolean {
  if (range === 'uima.cas.Boolean') return word === 'true' ? true : word === 'false' ? false : word;
  const number = numbers.test(range) && word !== '' ? Number(word) : Number.NaN;
  return Number.isFinite(number) ? number : word;
}

function words(value: string): string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}

/** An id as a number; -1, which none has, for what is none. */
function idOf(value: string | string[] | undefined): number {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : -1;
}
