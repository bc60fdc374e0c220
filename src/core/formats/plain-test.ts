import { z } from 'zod';

/** True only for values that the schema which it was made of accepts, and would give back as they are: no key beside those that it names. */
export type PlainTest = (value: unknown) => boolean;

const tests = new WeakMap<z.core.$ZodType, PlainTest>();

/**
 * A quick test for what nearly all records of a sound dataset are. It is made of the schema’s own definition, once, and builds nothing; of false
 * nothing follows: the schema has to be asked. Parts of schemas that are not known here make it false.
 */
export function plainTest(schema: z.core.$ZodType): PlainTest {
  const known = tests.get(schema);
  if (known !== undefined) return known;
  const made = testOf(schema);
  tests.set(schema, made);
  return made;
}

const never: PlainTest = () => false;

function testOf(schema: z.core.$ZodType): PlainTest {
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return stringTest(schema);
  if (schema instanceof z.ZodNumber) return numberTest(schema);
  if (schema instanceof z.ZodArray) return arrayTest(schema);
  if (schema._zod.def.checks?.length) return never;
  if (schema instanceof z.ZodObject) return objectTest(schema);
  if (schema instanceof z.ZodRecord) return recordTest(schema);
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof z.ZodNull) return (value) => value === null;
  if (schema instanceof z.ZodOptional) {
    const inner = plainTest(schema.def.innerType);
    return (value) => value === undefined || inner(value);
  }
  if (schema instanceof z.ZodNullable) {
    const inner = plainTest(schema.def.innerType);
    return (value) => value === null || inner(value);
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.def.options.map(plainTest);
    return (value) => options.some((option) => option(value));
  }
  if (schema instanceof z.ZodEnum) {
    const allowed = new Set<unknown>(schema.options);
    return (value) => allowed.has(value);
  }
  if (schema instanceof z.ZodLazy) {
    let inner: PlainTest | undefined;
    return (value) => {
      inner ??= plainTest(schema._zod.innerType);
      return inner(value);
    };
  }
  return never;
}

function objectTest(schema: z.ZodObject): PlainTest {
  const members = Object.entries(schema.shape).map(([key, member]) => ({ key, test: plainTest(member) }));
  return (value) => {
    if (!isRecord(value)) return false;
    let unseen = 0;
    for (const { key, test } of members) {
      const member = value[key];
      if (!test(member)) return false;
      if (member !== undefined) unseen -= 1;
    }
    for (const _ in value) unseen += 1;
    return unseen === 0;
  };
}

function recordTest(schema: z.ZodRecord): PlainTest {
  const keyTest = plainTest(schema.def.keyType);
  const valueTest = plainTest(schema.def.valueType);
  return (value) => {
    if (!isRecord(value)) return false;
    for (const key in value) {
      if (key === '__proto__' || !keyTest(key) || !valueTest(value[key])) return false;
    }
    return true;
  };
}

function arrayTest(schema: z.ZodArray): PlainTest {
  const bounds = boundsOf(schema);
  if (bounds === undefined || bounds.pattern !== undefined) return never;
  const element = plainTest(schema.def.element);
  const { least, most } = bounds;
  return (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(element);
}

function stringTest(schema: z.ZodString | z.ZodStringFormat): PlainTest {
  const bounds = boundsOf(schema);
  if (bounds === undefined) return never;
  const { least, most, pattern } = bounds;
  const fits = (value: unknown): value is string =>
    typeof value === 'string' && value.length >= least && value.length <= most;
  return pattern === undefined ? fits : (value) => fits(value) && pattern.test(value);
}

/** How long a string or array may be, and what it must match; undefined where more is asked of it. */
function boundsOf(schema: z.core.$ZodType) {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  const patterns: RegExp[] = [];
  if (schema instanceof z.ZodStringFormat) {
    // Of the formats only this one is nothing but its pattern.
    if (schema.def.format !== 'datetime' || schema.def.pattern === undefined) return undefined;
    patterns.push(schema.def.pattern);
  }
  for (const check of schema._zod.def.checks ?? []) {
    if (check instanceof z.core.$ZodCheckMinLength) least = Math.max(least, check._zod.def.minimum);
    else if (check instanceof z.core.$ZodCheckMaxLength) most = Math.min(most, check._zod.def.maximum);
    else if (check instanceof z.core.$ZodCheckRegex) patterns.push(check._zod.def.pattern);
    else return undefined;
  }
  const [pattern] = patterns;
  if (patterns.length > 1 || pattern?.global || pattern?.sticky) return undefined;
  return { least, most, pattern };
}

function numberTest(schema: z.ZodNumber): PlainTest {
  let [least, above] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const isInteger = schema instanceof z.ZodNumberFormat;
  if (isInteger && schema._zod.def.format !== 'safeint') return never;
  for (const check of schema._zod.def.checks ?? []) {
    if (!(check instanceof z.core.$ZodCheckGreaterThan)) return never;
    const { value, inclusive } = check._zod.def;
    if (typeof value !== 'number') return never;
    if (inclusive) least = Math.max(least, value);
    else above = Math.max(above, value);
  }
  const isNumber = isInteger ? Number.isSafeInteger : Number.isFinite;
  return (value) => typeof value === 'number' && isNumber(value) && value >= least && value > above;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
