import { databaseName, ProjectDatabase } from '../db/database.ts';
import { probeDatabase } from '../db/probe.ts';
import { readContents, type StoreContents, type StoreFault } from '../db/read-ledger.ts';
import { withDeadline } from './clock.ts';
import { reasonOf } from './home.ts';
import type { Ledger } from './ledger.ts';
import type { StoreEnvironment } from './store-environment.ts';

/** Looking at the store may take so long, ms. */
const examinationDeadline = 15_000;

/** The store as it was found. `database` is open whenever it could be opened. */
export type Examined =
  | { readonly contents: StoreContents; readonly database: ProjectDatabase }
  | { readonly fault: StoreFault; readonly database: ProjectDatabase | undefined };

/**
 * Looks at the store of that generation without writing to it, and without making one where there is none.
 * @param countUpTo a store of at most so many records is counted too
 */
export async function examineStore(
  environment: StoreEnvironment,
  generation: number,
  countUpTo: number,
): Promise<Examined> {
  const { engine, clock, projectId } = environment;
  const name = databaseName(projectId, generation);
  const inTime = <Value>(work: PromiseLike<Value>) =>
    withDeadline(clock, examinationDeadline, 'The system does not answer', work);
  let database: ProjectDatabase | undefined;
  try {
    const probe = await inTime(probeDatabase(engine, name));
    if (probe.kind === 'missing') return { fault: { kind: 'missing' }, database };
    if (probe.kind === 'newer') return { fault: { kind: 'otherVersion' }, database };
    if (probe.kind === 'unopenable') return { fault: probe, database };
    database = new ProjectDatabase(name, engine);
    await inTime(database.open());
    const contents = await inTime(readContents(database, countUpTo));
    return 'kind' in contents ? { fault: contents, database } : { contents, database };
  } catch (thrown) {
    return { fault: { kind: 'unopenable', detail: reasonOf(thrown) }, database };
  }
}

/** The ledger that a store's rows make. */
export function ledgerOf({ project, articles, log }: StoreContents): Ledger {
  return {
    project: project.project,
    articles: new Map(articles.map(({ id, ...listed }) => [id, listed])),
    relations: log.relations,
    nextOrder: (articles.at(-1)?.order ?? 0) + 1,
  };
}
