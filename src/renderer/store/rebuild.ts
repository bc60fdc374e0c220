import { failure, type Result, success } from '../../core/model/result.ts';
import type { LogEntry } from '../../core/operations/log-entry.ts';
import { newProject } from '../../core/operations/new-project.ts';
import { parseEntry } from '../../core/operations/parse-entry.ts';
import type { ReadSnapshot, SnapshotContents } from '../../core/snapshot/snapshot-file.ts';
import { databaseName, ProjectDatabase } from '../db/database.ts';
import { deleteDatabase } from '../db/probe.ts';
import { withDeadline } from './clock.ts';
import { reasonOf } from './home.ts';
import { type JournalLine, journalBatches } from './journal-reader.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { Ledger } from './ledger.ts';
import { fetchSnapshot, mayPass, UnreadableNow } from './read-snapshot.ts';
import { StoreBuilder } from './store-builder.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';
import type { OpenStore } from './store-home.ts';

/** Each step of a rebuilding has so long, ms: generous, since a step may write a whole article. */
const stepDeadline = 60_000;
/** Opening or deleting a database has so long. */
const openDeadline = 10_000;

/** What a new store can begin with. */
export type Base =
  | { readonly kind: 'snapshot'; readonly seq: number }
  | { readonly kind: 'nothing' }
  /** What another database holds. */
  | { readonly kind: 'store'; readonly read: () => Promise<SnapshotContents> };

export interface RebuildRequest {
  /** Tried one after the other until one leads to `target`; of those that do not, the one that leads furthest. */
  readonly bases: readonly Base[];
  /** Number of the last entry that is known of. */
  readonly target: number;
  /** Entries in memory that the journal may not have. */
  readonly memory: readonly KeptEntry[];
  /** The ledger after `target`, when it is in memory. */
  readonly known?: Ledger;
  /** The generation in use; the new one's number is higher. */
  readonly generation: number;
  /**
   * When nothing leads to `target`: take what leads furthest, and go on numbering after `target`. Never when it was not what is read that failed, but the
   * reading or the new database, which may succeed another time.
   */
  readonly acceptLoss: boolean;
}

export interface Rebuilt {
  readonly store: OpenStore;
  readonly generation: number;
  readonly base: Base['kind'];
  /** The last entry whose work is in the store; less than `target` when something is lost. */
  readonly reached: number;
}

/** Makes a new database from a base, the journal and memory. The reason of a failure is a sentence. */
export async function rebuildStore(
  environment: StoreEnvironment,
  request: RebuildRequest,
): Promise<Result<Rebuilt, string>> {
  let generation = request.generation;
  let best: Attempt | undefined;
  let reason = 'There is nothing to make it from.';
  let passing: string | undefined;
  for (const base of request.bases) {
    generation += 1;
    const attempt = await tryBase(environment, request, base, generation);
    if (!attempt.ok) {
      writeLog(environment, 'warning', `rebuild from ${base.kind}: ${attempt.reason.words}`);
      reason = attempt.reason.words;
      if (attempt.reason.mayPass) passing ??= reason;
      continue;
    }
    const other = best;
    if (best === undefined || attempt.value.builder.lastSeq > best.builder.lastSeq) best = attempt.value;
    const worse = best === attempt.value ? other : attempt.value;
    worse?.database.close();
    if (best.builder.lastSeq >= request.target) break;
  }
  if (best === undefined) return failure(reason);
  const { builder, base } = best;
  const reached = builder.lastSeq;
  if (reached < request.target) {
    if (passing !== undefined) {
      best.database.close();
      return failure(passing);
    }
    if (!request.acceptLoss) {
      best.database.close();
      return failure(`Only entries up to ${reached} of ${request.target} can be read back.`);
    }
    builder.skipTo(request.target);
  }
  try {
    const store = await inTime(environment, stepDeadline, builder.finish(request.known));
    return success({ store, generation: best.generation, base, reached });
  } catch (thrown) {
    best.database.close();
    return failure(reasonOf(thrown));
  }
}

interface Attempt {
  readonly builder: StoreBuilder;
  readonly database: ProjectDatabase;
  readonly generation: number;
  readonly base: Base['kind'];
}

interface FailedAttempt {
  readonly words: string;
  /** It was not the base that is at fault. */
  readonly mayPass: boolean;
}

async function tryBase(
  environment: StoreEnvironment,
  request: RebuildRequest,
  base: Base,
  generation: number,
): Promise<Result<Attempt, FailedAttempt>> {
  const { engine, projectId } = environment;
  const name = databaseName(projectId, generation);
  const database = new ProjectDatabase(name, engine);
  try {
    const contents = await baseContents(environment, base);
    if (!contents.ok) return failure({ words: contents.reason, mayPass: false });
    await inTime(environment, openDeadline, deleteDatabase(engine, name));
    await inTime(environment, openDeadline, database.open());
    const builder = new StoreBuilder(database, newProject(projectId, environment.now()));
    if (contents.value !== undefined) await addContents(environment, builder, contents.value);
    await addJournal(environment, builder);
    const rest = request.memory.filter(({ entry }) => entry.seq > builder.lastSeq);
    await inTime(environment, stepDeadline, builder.addEntries(rest));
    return success({ builder, database, generation, base: base.kind });
  } catch (thrown) {
    database.close();
    // The old store is read while the new one is filled: what fails then is taken for its fault.
    return failure({ words: reasonOf(thrown), mayPass: base.kind !== 'store' });
  }
}

async function baseContents(
  environment: StoreEnvironment,
  base: Base,
): Promise<Result<SnapshotContents | ReadSnapshot | undefined, string>> {
  if (base.kind === 'nothing') return success(undefined);
  if (base.kind === 'snapshot') return fetchSnapshot(environment, base.seq);
  return success(await inTime(environment, stepDeadline, base.read()));
}

async function addContents(
  environment: StoreEnvironment,
  builder: StoreBuilder,
  { seq, project, history, articles }: SnapshotContents | ReadSnapshot,
): Promise<void> {
  await inTime(environment, stepDeadline, builder.startFrom(seq, project, history));
  for await (const { record, body, spans, relations } of articles) {
    const article = {
      record,
      body,
      spans: 'ordered' in spans ? spans.ordered : spans,
      relations: [...relations.values()],
    };
    await inTime(environment, stepDeadline, builder.addArticle(article));
  }
}

/**
 * Makes the journal's entries after the base, as far as they are whole and fit.
 * @throws {UnreadableNow}
 */
async function addJournal(environment: StoreEnvironment, builder: StoreBuilder): Promise<void> {
  const { bridge, projectId } = environment;
  const batches = journalBatches(bridge, projectId, builder.lastSeq);
  for (;;) {
    const batch = await batches.next();
    if (batch.done) {
      if (batch.value !== undefined && mayPass(batch.value)) throw new UnreadableNow(batch.value.message);
      if (batch.value !== undefined) writeLog(environment, 'warning', `journal: ${batch.value.message}`);
      return;
    }
    const entries = parseLines(batch.value);
    const allFit = await inTime(environment, stepDeadline, builder.addEntries(entries));
    if (!allFit || entries.length < batch.value.length) {
      writeLog(environment, 'warning', `journal: entry ${builder.lastSeq + 1} cannot be made`);
      return;
    }
  }
}

/** The entries in these lines, up to the first that is none. */
export function parseLines(
  lines: readonly JournalLine[],
): { readonly entry: LogEntry; readonly json: string }[] {
  const entries: { entry: LogEntry; json: string }[] = [];
  for (const { seq, json } of lines) {
    const entry = parseEntry(json);
    if (entry?.seq !== seq) break;
    entries.push({ entry, json });
  }
  return entries;
}

function inTime<Value>(
  { clock }: StoreEnvironment,
  milliseconds: number,
  work: PromiseLike<Value>,
): Promise<Value> {
  return withDeadline(clock, milliseconds, 'The system does not answer', work);
}
