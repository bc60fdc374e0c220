import { z } from 'zod';
import { knownKey } from '../extraction/known-metadata.ts';

/**
 * What a column of a table of articles holds. Texts of several columns follow on each other; `other` goes into the metadata under the column’s own name, `none`
 * nowhere.
 */
export const columnRoleSchema = z.enum([
  'text',
  'title',
  'date',
  'author',
  'outlet',
  'url',
  'identifier',
  'other',
  'none',
]);
export type ColumnRole = z.infer<typeof columnRoleSchema>;

/** What the columns of tables with just these columns hold, in their order. */
export interface TableChoice {
  readonly columns: readonly string[];
  readonly roles: readonly ColumnRole[];
}

/** A column before anybody has said what it holds. */
export interface OutlinedColumn {
  readonly name: string;
  /** What stands in its first rows, each cut short. */
  readonly samples: readonly string[];
}

/** What there is to know of a table to say what its columns hold. */
export interface TableOutline {
  readonly columns: readonly OutlinedColumn[];
  readonly rowCount: number;
}

const textNames =
  'text body content fulltext articletext articlebody bodytext maintext story transcript article paragraph description'.split(
    ' ',
  );
const titleNames = 'title headline heading head articletitle titel subject name'.split(' ');
const identifierNames = 'id docid articleid documentid guid uuid doi key identifier recordid'.split(' ');

/** Which of the columns is called by one of the names, the earlier names first. */
function called(columns: readonly OutlinedColumn[], names: readonly string[]): number {
  const plain = columns.map(({ name }) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  for (const name of names) {
    const at = plain.indexOf(name);
    if (at !== -1) return at;
  }
  return -1;
}

/**
 * What the columns seem to hold, by their names. Of two for one role the first counts. Where none is called a text, the one with the longest cells is.
 * @returns `isSure` when the text was found by its name
 */
export function guessedRoles(columns: readonly OutlinedColumn[]): {
  readonly roles: readonly ColumnRole[];
  readonly isSure: boolean;
} {
  const named = called(columns, textNames);
  const text = named === -1 ? longestColumn(columns) : named;
  const title = called(columns, titleNames);
  const identifier = called(columns, identifierNames);
  const taken = new Set<ColumnRole>();
  const roles = columns.map(({ name }, at): ColumnRole => {
    if (at === text) return 'text';
    if (at === title) return 'title';
    if (at === identifier) return 'identifier';
    const known = name === '' ? 'none' : (knownKey(name) ?? 'other');
    if (known === 'other' || known === 'none') return known;
    if (taken.has(known)) return 'other';
    taken.add(known);
    return known;
  });
  return { roles, isSure: named !== -1 };
}

function longestColumn(columns: readonly OutlinedColumn[]): number {
  const lengths = columns.map(({ samples }) => samples.reduce((sum, { length }) => sum + length, 0));
  return lengths.indexOf(Math.max(...lengths));
}

/** Why these roles cannot be, in a sentence; undefined when they can. */
export function roleFault(roles: readonly ColumnRole[]): string | undefined {
  if (!roles.includes('text')) return 'No column is the text. Choose the one that the articles stand in.';
  for (const role of ['title', 'date', 'author', 'outlet', 'url', 'identifier'] as const) {
    if (roles.filter((each) => each === role).length > 1)
      return `Two columns are the ${role === 'url' ? 'URL' : role}. Choose one of them.`;
  }
  return undefined;
}

/** The roles that were chosen for a table with these columns, if any were. */
export function chosenRoles(
  columns: readonly string[],
  choices: readonly TableChoice[],
): readonly ColumnRole[] | undefined {
  const isOfThese = (choice: TableChoice) =>
    choice.columns.length === columns.length && choice.columns.every((name, at) => name === columns[at]);
  return choices.find(isOfThese)?.roles;
}
