import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/**
 * The operands and the values of options that take one; each option may be given once.
 * @throws UsageError for an option that is not among `names`, or lacks its value.
 */
export function parseArguments<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): { readonly operands: readonly string[]; readonly options: Partial<Record<Name, string>> } {
  const config = Object.fromEntries(names.map((name) => [name, { type: 'string', multiple: true } as const]));
  let parsed: { positionals: string[]; values: Record<string, string[] | undefined> };
  try {
    parsed = parseArgs({ args: [...args], options: config, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const options: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const values = parsed.values[name] ?? [];
    if (values.length > 1) throw new UsageError(`--${name} is given twice`);
    if (values[0] !== undefined) options[name] = values[0];
  }
  return { operands: parsed.positionals, options };
}
