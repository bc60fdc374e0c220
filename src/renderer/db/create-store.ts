import type { Project } from '../../core/model/project.ts';
import type { ProjectDatabase } from './database.ts';
import { emptyLog } from './log-totals.ts';
import { dataVersion, type LogTotals } from './rows.ts';

/** Puts an empty project into an empty database. */
export async function createStore(database: ProjectDatabase, project: Project): Promise<LogTotals> {
  const log = emptyLog(0);
  await database.transaction('rw', database.meta, () =>
    database.meta.bulkPut([
      { key: 'project', project },
      { key: 'log', dataVersion, relations: 0, ...log },
    ]),
  );
  return log;
}
