import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/**
 * The operands, the values of options that take one, and which of the others are given; each option that takes a value may be given once.
 * @throws UsageError for an option that is not among `names` and `flags`, or lacks its value.
 */
export function parseArguments<Name extends string, Flag extends string = never>(
  args: readonly string[],
  names: readonly Name[],
  flags: readonly Flag[] = [],
): {
  readonly operands: readonly string[];
  readonly options: Partial<Record<Name, string>>;
  readonly flags: ReadonlySet<Flag>;
} {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args, names, flags);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const options: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const values = listOf(parsed.values[name]);
    if (values.length > 1) throw new UsageError(`--${name} is given twice`);
    if (typeof values[0] === 'string') options[name] = values[0];
  }
  const given = new Set(flags.filter((name) => parsed.values[name] !== undefined));
  return { operands: parsed.positionals, options, flags: given };
}

function parse(args: readonly string[], names: readonly string[], flags: readonly string[]) {
  const options: Record<string, { readonly type: 'string' | 'boolean'; readonly multiple: true }> = {};
  for (const name of names) options[name] = { type: 'string', multiple: true };
  for (const name of flags) options[name] = { type: 'boolean', multiple: true };
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

function listOf<Value>(values: Value | Value[] | undefined): Value[] {
  if (values === undefined) return [];
  return Array.isArray(values) ? values : [values];
}
