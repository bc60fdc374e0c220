/** A feature of a type. */
export interface CasFeature {
  readonly name: string;
  /** Full name of the type of its values; arrays are `Type[]` here, whatever the file calls them. */
  readonly range: string;
  /** True where its array is a feature structure of its own, which others may refer to as well. */
  readonly isShared?: boolean;
  readonly description?: string;
}

export interface CasType {
  readonly name: string;
  readonly superType: string;
  readonly features: readonly CasFeature[];
  readonly description?: string;
}

export const topType = 'uima.cas.TOP';
export const annotationType = 'uima.tcas.Annotation';
export const documentType = 'uima.tcas.DocumentAnnotation';
export const sofaType = 'uima.cas.Sofa';
export const stringType = 'uima.cas.String';
export const booleanType = 'uima.cas.Boolean';
const integerType = 'uima.cas.Integer';

const list = (kind: string, head: string): CasType[] => [
  { name: `uima.cas.${kind}List`, superType: topType, features: [] },
  { name: `uima.cas.Empty${kind}List`, superType: `uima.cas.${kind}List`, features: [] },
  {
    name: `uima.cas.NonEmpty${kind}List`,
    superType: `uima.cas.${kind}List`,
    features: [
      { name: 'head', range: head },
      { name: 'tail', range: `uima.cas.${kind}List` },
    ],
  },
];

/** The types that every CAS has (UIMA References, section “Type system: built-in types”), as far as they can stand in a file. */
const builtIn: readonly CasType[] = [
  {
    name: 'uima.cas.AnnotationBase',
    superType: topType,
    features: [{ name: 'sofa', range: sofaType }],
  },
  {
    name: annotationType,
    superType: 'uima.cas.AnnotationBase',
    features: [
      { name: 'begin', range: integerType },
      { name: 'end', range: integerType },
    ],
  },
  {
    name: documentType,
    superType: annotationType,
    features: [{ name: 'language', range: stringType }],
  },
  ...list('FS', topType),
  ...list('String', stringType),
  ...list('Integer', integerType),
  ...list('Float', 'uima.cas.Float'),
];

/** More super-types than this is a circle. */
const deepest = 100;

/** The types of a CAS, those that are built in among them. Of two with one name the first counts. */
export class TypeSystem {
  readonly #types = new Map<string, CasType>();

  constructor(types: Iterable<CasType> = []) {
    for (const type of builtIn) this.#types.set(type.name, type);
    for (const type of types) if (!this.#types.has(type.name)) this.#types.set(type.name, type);
  }

  has(type: string): boolean {
    return this.#types.has(type);
  }

  /** True when the type is `ancestor` or has it among its super-types. */
  isA(type: string, ancestor: string): boolean {
    for (const name of this.#lineage(type)) if (name === ancestor) return true;
    return false;
  }

  /** The feature of that name of a type or of its super-types. */
  feature(type: string, name: string): CasFeature | undefined {
    for (const ancestor of this.#lineage(type)) {
      const found = this.#types.get(ancestor)?.features.find((feature) => feature.name === name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  *#lineage(type: string): Generator<string> {
    let name: string | undefined = type;
    for (let depth = 0; name !== undefined && depth < deepest; depth++) {
      yield name;
      name = this.#types.get(name)?.superType;
    }
  }
}

/** The name of a type without its package. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
