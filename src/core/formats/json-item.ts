import type { z } from 'zod';
import { failure, type Result, success } from '../model/result.ts';
import { plainTest } from './plain-test.ts';

/**
 * A value of a dataset that `schema` accepts, or the reason why it does not, as a clause. Refuses keys named `__proto__` at any depth: no
 * program means them, and a parser that sets them changes the prototype.
 */
export function parseItem<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Result<z.infer<Schema>, string> {
  if (isPlain(schema, value)) return success(value);
  if (holdsPrototypeKey(value)) return failure('it has a key named __proto__');
  const parsed = schema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  if (issue === undefined) throw new Error('a failed parse names at least one issue');
  const message = issue.message.replace(/^Invalid input: /, '');
  return failure(issue.path.length === 0 ? message : `${issue.path.join('.')}: ${message}`);
}

function isPlain<Schema extends z.ZodType>(schema: Schema, value: unknown): value is z.infer<Schema> {
  return plainTest(schema)(value);
}

/** Nesting is bounded before anything is parsed (see `outlineOf`), so that this may recurse. */
function holdsPrototypeKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsPrototypeKey);
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsPrototypeKey);
}

/** The id that a broken record seems to have, else its place in its list, from 1, as `#3`. */
export function nameOf(value: unknown, index: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id !== '' ? id.slice(0, 80) : `#${index + 1}`;
}
