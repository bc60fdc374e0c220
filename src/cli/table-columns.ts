import {
  type ColumnRole,
  columnRoleSchema,
  guessedRoles,
  roleFault,
  type TableOutline,
} from '../core/formats/article-table/column-roles.ts';
import { failure, type Result, success } from '../core/model/result.ts';
import { UsageError } from './command.ts';

/** Which column holds what, as `--columns` says it: the role and the column’s name. */
export type ColumnsGiven = readonly (readonly [role: ColumnRole, column: string])[];

/** Understands `text=body,title=headline`. @throws UsageError */
export function parseColumns(words: string | undefined): ColumnsGiven | undefined {
  if (words === undefined) return undefined;
  return words.split(',').map((pair) => {
    const at = pair.indexOf('=');
    const role = columnRoleSchema.safeParse(pair.slice(0, Math.max(at, 0)).trim());
    if (at === -1 || !role.success) {
      throw new UsageError(
        `“${pair}” says of no column what it holds: write ROLE=COLUMN, where ROLE is one of ${columnRoleSchema.options.join(', ')}`,
      );
    }
    return [role.data, pair.slice(at + 1).trim()];
  });
}

/** What the columns of a table hold: what was given, and of others metadata; else what their names tell. Fails with a clause. */
export function rolesOf(
  outline: TableOutline,
  given: ColumnsGiven | undefined,
): Result<readonly ColumnRole[], string> {
  const names = outline.columns.map(({ name }) => name);
  const listed = names.map((name) => `“${name}”`).join(', ');
  if (given === undefined) {
    const { roles, isSure } = guessedRoles(outline.columns);
    if (isSure) return success(roles);
    return failure(`which of its columns is the text? They are ${listed}; say it with --columns text=COLUMN`);
  }
  for (const [, column] of given)
    if (!names.includes(column)) return failure(`it has no column “${column}”; there are ${listed}`);
  const roles = names.map((name) => given.find(([, column]) => column === name)?.[0] ?? 'other');
  const fault = roleFault(roles);
  return fault === undefined ? success(roles) : failure(fault.replace(/\.$/, ''));
}
