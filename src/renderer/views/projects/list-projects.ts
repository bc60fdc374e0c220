import type { ListedProject } from '../../../bridge/projects.ts';

interface ListRequest {
  readonly query: string;
  readonly inTrash: boolean;
  /** The id of the project that is open. */
  readonly current: string;
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Projects whose names hold every word that is sought: the ones to switch to first, last worked in before others, and the open one last. */
export function listProjects(
  projects: readonly ListedProject[],
  { query, inTrash, current }: ListRequest,
): readonly ListedProject[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return projects
    .filter(({ trashedAt }) => (trashedAt !== null) === inTrash)
    .filter(({ name }) => words.every((word) => name.toLocaleLowerCase().includes(word)))
    .sort(
      (one, other) =>
        Number(one.id === current) - Number(other.id === current) ||
        timeOf(other) - timeOf(one) ||
        names.compare(one.name, other.name),
    );
}

function timeOf({ openedAt }: ListedProject): number {
  return openedAt === null ? 0 : Date.parse(openedAt);
}
