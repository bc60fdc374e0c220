import { ProjectDatabase, type StorageEngine } from '../../db/database.ts';
import type { ScanJob } from './scan-job.ts';
import { type ScanReply, type ScanRequest, scanJobs } from './scan-jobs.ts';

/** Runs the job of a request on the database that it names, and says what comes of it. */
export async function answerScan(
  { job, database: name, args }: ScanRequest,
  engine: StorageEngine,
  say: (reply: ScanReply) => void,
): Promise<void> {
  const database = new ProjectDatabase(name, engine);
  try {
    await database.open();
    // The request's type ties `args` to `job`; a union of jobs cannot say so.
    const run: ScanJob<typeof args, unknown> = scanJobs[job];
    for await (const batch of run(database, args)) say({ kind: 'batch', batch });
    say({ kind: 'done' });
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  } finally {
    database.close();
  }
}
