import { type Cas, CasReference, type CasValue, type FeatureStructure } from './cas.ts';
import { ownTypes } from './own-types.ts';
import { stringType, type TypeSystem } from './type-system.ts';

type Plain = string | number | boolean;
type Member = Plain | readonly (Plain | Member)[] | { readonly [key: string]: Member };

/** A CAS in JSON, types included, as dkpro-cassis and UIMA write it: one line a structure; arrays are structures of their own. */
export function casJsonDocument({ types, structures, views }: Cas): string {
  const lists = new ArrayStructures(types, Math.max(0, ...structures.keys()));
  const lines = [...structures.values()].flatMap((structure) => {
    const members = lists.membersOf(structure);
    return [...lists.take(), members].map((value) => `    ${JSON.stringify(value)}`);
  });
  const described = Object.fromEntries(
    views.map(({ name, sofa, members = [] }) => [name, { '%SOFA': sofa, '%MEMBERS': [...members] }]),
  );
  const typeLines = Object.entries(typeMembers()).map(
    ([name, type]) => `    ${JSON.stringify(name)}: ${JSON.stringify(type)}`,
  );
  return [
    '{',
    `  "%TYPES": {\n${typeLines.join(',\n')}\n  },`,
    `  "%FEATURE_STRUCTURES": [\n${lines.join(',\n')}\n  ],`,
    `  "%VIEWS": ${JSON.stringify(described)}`,
    '}\n',
  ].join('\n');
}

function typeMembers(): Record<string, Member> {
  return Object.fromEntries(
    ownTypes.map(({ name, superType, description, features }) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': superType,
        ...(description !== undefined && { '%DESCRIPTION': description }),
        ...Object.fromEntries(features.map(({ name, range }) => [name, { '%NAME': name, '%RANGE': range }])),
      },
    ]),
  );
}

/** Makes members of structures, and of arrays in them structures with ids of their own. */
class ArrayStructures {
  readonly #types: TypeSystem;
  #lastId: number;
  #made: Member[] = [];

  constructor(types: TypeSystem, lastId: number) {
    this.#types = types;
    this.#lastId = lastId;
  }

  membersOf({ id, type, features }: FeatureStructure): Member {
    const members: [string, Member][] = [
      ['%ID', id],
      ['%TYPE', type],
    ];
    for (const [name, value] of features) {
      if (value instanceof CasReference) members.push([`@${name}`, value.id]);
      else if (typeof value !== 'object') members.push([name, value]);
      else members.push([`@${name}`, this.#array(this.#types.feature(type, name)?.range ?? '', value)]);
    }
    return Object.fromEntries(members);
  }

  /** The arrays that were made since: they stand before what refers to them. */
  take(): Member[] {
    const made = this.#made;
    this.#made = [];
    return made;
  }

  #array(range: string, values: readonly CasValue[]): number {
    this.#lastId++;
    this.#made.push({
      '%ID': this.#lastId,
      '%TYPE': range === `${stringType}[]` ? `${stringType}Array` : range,
      '%ELEMENTS': values.flatMap((value): Plain[] => {
        if (value instanceof CasReference) return [value.id];
        return typeof value === 'object' ? [] : [value];
      }),
    });
    return this.#lastId;
  }
}
