import type { TypeSystem } from './type-system.ts';

/** A feature that means another feature structure, by its id. */
export class CasReference {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

/** What a feature may hold. Of an XMI file without its type system all that attributes hold are strings. */
export type CasValue = string | number | boolean | CasReference | readonly CasValue[];

export interface FeatureStructure {
  readonly id: number;
  /** Full name, as in `uima.tcas.Annotation`. */
  readonly type: string;
  readonly features: ReadonlyMap<string, CasValue>;
  /** Of the file that it stands in, from 1. */
  readonly line?: number;
}

/** A view: a text and what was said of it. */
export interface CasView {
  readonly name: string;
  /** Id of its sofa. */
  readonly sofa: number;
  /** Undefined where the sofa is no text, or a text elsewhere. Offsets in it are UTF-16 units. */
  readonly text: string | undefined;
  /** Ids of what is indexed in it; undefined where the file does not say. */
  readonly members: ReadonlySet<number> | undefined;
}

/**
 * A common analysis structure of Apache UIMA (OASIS UIMA 1.0; UIMA Java SDK, Reference Guide): feature structures in views, and their types. What XMI and
 * JSON files of the same CAS are read to is the same.
 */
export interface Cas {
  readonly types: TypeSystem;
  /** By id, in the file's order. */
  readonly structures: ReadonlyMap<number, FeatureStructure>;
  readonly views: readonly CasView[];
}

/** Longer linked lists are cut: their elements point at one another, perhaps in circles. */
const longestList = 1_000;
/** Where arrays are shared so often that more than this many elements would be read, somebody wants to fill the memory. */
const mostElements = 20_000_000;
const mostViews = 1_000;

/** Why a CAS is not read, as a clause about “it”; undefined for all that programs write. */
export function excessOf({ structures, views }: Cas): string | undefined {
  if (views.length > mostViews) return `it has more than ${mostViews} views`;
  let elements = 0;
  for (const { features } of structures.values()) {
    for (const value of features.values()) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (!(item instanceof CasReference)) continue;
        const target = structures.get(item.id);
        const held = target?.features.get('elements');
        elements += Array.isArray(held)
          ? held.length
          : target !== undefined && isListType(target.type)
            ? longestList
            : 1;
      }
    }
  }
  return elements > mostElements ? 'its arrays share more elements than can be read' : undefined;
}

/** All that a feature holds: the elements of arrays and linked lists, whether they stand in it or it refers to them; else its value alone. */
export function elementsOf({ structures }: Cas, value: CasValue | undefined): CasValue[] {
  if (value === undefined) return [];
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((item: CasValue) => {
    if (!(item instanceof CasReference)) return [item];
    const target = structures.get(item.id);
    if (target === undefined) return [item];
    const elements = target.features.get('elements');
    if (isArrayType(target.type)) return Array.isArray(elements) ? elements : [];
    return listTypes.test(target.type) ? listElements(structures, target) : [item];
  });
}

/** The feature structures that a feature refers to. Strings of numbers count as references, as XMI without a type system has them. */
export function targetsOf(cas: Cas, value: CasValue | undefined): FeatureStructure[] {
  const ids = elementsOf(cas, value).flatMap((item) => {
    if (item instanceof CasReference) return [item.id];
    return typeof item === 'string' && /^\d+(?: \d+)*$/.test(item) ? item.split(' ').map(Number) : [];
  });
  return ids.flatMap((id) => cas.structures.get(id) ?? []);
}

/** The structures of a view: those that are indexed in it; where no index is given, those that say so themselves. */
export function structuresOf(cas: Cas, { sofa, members }: CasView): FeatureStructure[] {
  return [...cas.structures.values()].filter(({ id, features }) => {
    if (members !== undefined) return members.has(id);
    const value = features.get('sofa');
    return value instanceof CasReference && value.id === sofa;
  });
}

const listTypes = /^uima\.cas\.(?:NonEmpty|Empty)(?:FS|String|Integer|Float)List$/;

/** True for types of arrays, in the names of UIMA 2 (`FSArray`) and 3 (`Type[]`). */
export function isArrayType(type: string): boolean {
  return type.endsWith('[]') || /^uima\.cas\.\w+Array$/.test(type);
}

export function isListType(type: string): boolean {
  return listTypes.test(type);
}

function listElements(structures: Cas['structures'], list: FeatureStructure): CasValue[] {
  const elements: CasValue[] = [];
  const seen = new Set<number>();
  for (let node: FeatureStructure | undefined = list; node !== undefined; ) {
    const head = node.features.get('head');
    if (seen.has(node.id) || head === undefined || seen.size > longestList) break;
    seen.add(node.id);
    elements.push(head);
    const tail: CasValue | undefined = node.features.get('tail');
    node = tail instanceof CasReference ? structures.get(tail.id) : undefined;
  }
  return elements;
}
