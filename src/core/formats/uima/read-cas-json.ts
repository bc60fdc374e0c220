import { z } from 'zod';
import { failure, type Result, success } from '../../model/result.ts';
import { decodeStrictly } from '../../text/text-decoding.ts';
import type { DatasetFault } from '../dataset-reading.ts';
import { parseItem } from '../json-item.ts';
import { type ByteRange, type JsonFault, lineAt, outlineOf } from '../json-outline.ts';
import {
  type Cas,
  CasReference,
  type CasValue,
  type CasView,
  type FeatureStructure,
  isArrayType,
} from './cas.ts';
import { ownTypes } from './own-types.ts';
import { arrayRange } from './read-type-system.ts';
import { type CasType, sofaType, TypeSystem, topType } from './type-system.ts';

const plainSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const typeSchema = z.looseObject({ '%SUPER_TYPE': z.string().optional() });
const featureSchema = z.looseObject({ '%RANGE': z.string(), '%ELEMENT_TYPE': z.string().optional() });
const viewSchema = z.looseObject({
  '%SOFA': z.number().nullish(),
  '%MEMBERS': z.array(z.number()).optional(),
});
const structureSchema = z.looseObject({
  '%ID': z.int().optional(),
  '%TYPE': z.string().min(1),
  /** A string for arrays of bytes. */
  '%ELEMENTS': z.union([z.array(plainSchema), z.string()]).optional(),
});
const casSchema = z.looseObject({
  '%TYPES': z.record(z.string(), z.unknown()).optional(),
  '%FEATURE_STRUCTURES': z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
  '%VIEWS': z.record(z.string(), z.unknown()).optional(),
});

/** A CAS, and what of its file is none. */
export interface CasJsonReading {
  readonly cas: Cas;
  readonly faults: readonly DatasetFault[];
  /** Features whose values are of no kind that there is, as paths. */
  readonly unknown: readonly string[];
}

/**
 * Reads a CAS in JSON (“JSON serialization of the Apache UIMA CAS”, draft 0.4): keys with `%` are the format’s own; `@` before a feature’s name marks a
 * reference, `#` a number that JSON cannot spell, `^` an offset. The structures are a list or, by their ids, an object.
 */
export function readCasJson(bytes: Uint8Array): Result<CasJsonReading, JsonFault> {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const range = { start: isMarked ? 3 : 0, end: bytes.length };
  const outline = outlineOf(bytes, range, ['%FEATURE_STRUCTURES']);
  if (!outline.ok) return outline;
  const text = decodeStrictly(bytes.subarray(range.start), 'utf-8');
  if (text === undefined)
    return failure({ offset: 0, line: 1, reason: 'it is not UTF-8, or longer than can be read' });
  const value = parseItem(casSchema, JSON.parse(text));
  if (!value.ok) return failure({ offset: 0, line: 1, reason: value.reason });
  const ranges = outline.value.lists.get('%FEATURE_STRUCTURES') ?? [];
  return success(new CasJsonReader(value.value, linesOf(bytes, ranges)).read());
}

class CasJsonReader {
  readonly #value: z.infer<typeof casSchema>;
  readonly #lines: readonly number[];
  readonly #faults: DatasetFault[] = [];
  readonly #unknown: string[] = [];
  readonly #structures = new Map<number, FeatureStructure>();

  constructor(value: z.infer<typeof casSchema>, lines: readonly number[]) {
    this.#value = value;
    this.#lines = lines;
  }

  read(): CasJsonReading {
    const types = new TypeSystem([...this.#types(), ...ownTypes]);
    const structures = this.#value['%FEATURE_STRUCTURES'] ?? [];
    const keyed = Array.isArray(structures)
      ? structures.map((value: unknown): [number, unknown] => [-1, value])
      : Object.entries(structures).map(([id, value]): [number, unknown] => [Number(id), value]);
    for (const [index, [key, value]] of keyed.entries()) this.#readStructure(value, index, key);
    const cas = { types, structures: this.#structures, views: this.#views() };
    return { cas, faults: this.#faults, unknown: this.#unknown };
  }

  #types(): CasType[] {
    return Object.entries(this.#value['%TYPES'] ?? {}).flatMap(([name, value]) => {
      const type = typeSchema.safeParse(value);
      if (!type.success) return [];
      const features = Object.entries(type.data).flatMap(([feature, described]) => {
        const parsed = featureSchema.safeParse(described);
        if (feature.startsWith('%') || !parsed.success) return [];
        return [{ name: feature, range: arrayRange(parsed.data['%RANGE'], parsed.data['%ELEMENT_TYPE']) }];
      });
      return [{ name, superType: type.data['%SUPER_TYPE'] ?? topType, features }];
    });
  }

  #readStructure(value: unknown, index: number, key: number): void {
    const line = this.#lines[index];
    const place = line === undefined ? {} : { line };
    const parsed = parseItem(structureSchema, value);
    if (!parsed.ok) {
      const id = `#${index + 1}`;
      this.#faults.push({ effect: 'refused', item: 'span', id, ...place, reason: parsed.reason });
      return;
    }
    const { '%ID': stated, '%TYPE': type, '%ELEMENTS': elements, ...features } = parsed.value;
    const wanted = stated ?? key;
    const id = wanted > 0 && !this.#structures.has(wanted) ? wanted : -2 - index;
    const values = Object.entries(features).flatMap(([name, of]) => this.#feature(type, name, of));
    if (elements !== undefined) values.push(['elements', elementValues(type, elements)]);
    this.#structures.set(id, { id, type, features: new Map(values), ...place });
  }

  #feature(type: string, key: string, value: unknown): [string, CasValue][] {
    if (value === null || key.startsWith('%')) return [];
    if (key.startsWith('@')) {
      if (typeof value === 'number') return value === 0 ? [] : [[key.slice(1), new CasReference(value)]];
    } else {
      const name = /^[#^]/.test(key) ? key.slice(1) : key;
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return [[name, value]];
    }
    this.#unknown.push(`${type}.${key}`);
    return [];
  }

  #views(): CasView[] {
    const described = new Map(
      Object.entries(this.#value['%VIEWS'] ?? {}).flatMap(([name, value]) => {
        const view = viewSchema.safeParse(value);
        return view.success ? [[name, view.data] as const] : [];
      }),
    );
    return [...this.#structures.values()].flatMap(({ id, type, features }) => {
      if (type !== sofaType) return [];
      const name = String(features.get('sofaID') ?? id);
      const text = features.get('sofaString');
      const members = described.get(name)?.['%MEMBERS'];
      return [
        {
          name,
          sofa: id,
          text: typeof text === 'string' ? text : undefined,
          members: members === undefined ? undefined : new Set(members),
        },
      ];
    });
  }
}

function elementValues(
  type: string,
  elements: string | readonly (string | number | boolean | null)[],
): CasValue {
  if (typeof elements === 'string') return elements;
  const isOfValues = /^uima\.cas\.(?!FS|TOP)\w+(?:Array|\[\])$/.test(type) || !isArrayType(type);
  return elements.flatMap((element): CasValue[] => {
    if (element === null) return [];
    return [typeof element === 'number' && !isOfValues ? new CasReference(element) : element];
  });
}

/** The lines, from 1, on which the ranges begin; they are in order. */
function linesOf(bytes: Uint8Array, ranges: readonly ByteRange[]): number[] {
  let line = 1;
  let reached = 0;
  return ranges.map(({ start }) => {
    line += lineAt(bytes.subarray(reached, start), start - reached) - 1;
    reached = start;
    return line;
  });
}
