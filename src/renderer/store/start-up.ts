import type { Session } from '../../bridge/session.ts';
import { emptyHistory } from '../../core/operations/history.ts';
import { newProject } from '../../core/operations/new-project.ts';
import { createStore } from '../db/create-store.ts';
import { databaseName, ProjectDatabase } from '../db/database.ts';
import { readContents, type StoreContents, type StoreFault } from '../db/read-ledger.ts';
import { salvage } from '../db/salvage.ts';
import { catchUpJournal, catchUpStore, longestCatchUp, sharesJournal } from './catch-up.ts';
import { withDeadline } from './clock.ts';
import { type Examined, examineStore } from './examine-store.ts';
import { reasonOf } from './home.ts';
import { emptyLedger } from './ledger.ts';
import { type Base, rebuildStore } from './rebuild.ts';
import {
  describeEmptied,
  describeJournalRemade,
  describeNoSpace,
  describeRebuilt,
} from './recovery-messages.ts';
import { snapshotOf } from './snapshot-source.ts';
import { asFound, type Started } from './started.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';
import type { Notice } from './workbench-deps.ts';

/** Making a new store, or reading one that was just made, may take so long, ms. */
const storeDeadline = 15_000;

/** With fewer free bytes on the disk the browser engine opens no database. */
const leastToStart = 4 * 1024 * 1024;

/** The working store cannot be opened, nor a new one be made. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/**
 * As `startUp`, with one more way out: where the browser engine opens no database at all, main puts its files aside, and everything comes from the journal.
 * @param countUpTo a store of at most so many records is counted before it is shown
 * @throws {StoreUnavailableError} when that does not help either.
 */
export async function startUpAtAnyRate(
  environment: StoreEnvironment,
  session: Session,
  countUpTo: number,
): Promise<Started> {
  try {
    return await startUp(environment, session, countUpTo);
  } catch (thrown) {
    if (!(thrown instanceof StoreUnavailableError) || session.readOnly !== null) throw thrown;
    writeLog(environment, 'error', `start: ${thrown.message} ${thrown.cause ?? ''}`);
    const { bytes } = await environment.bridge.request('space.free', {});
    // Another place would help no more, and what is there is sound when there is space again.
    if (bytes < leastToStart) throw new StoreUnavailableError(describeNoSpace, { cause: thrown });
    const aside = await environment.bridge.request('session.setStoreAside', {});
    if (!aside.ok) throw new StoreUnavailableError(aside.reason.message);
    return startUp(environment, session, countUpTo, { kind: 'unopenable', detail: thrown.message });
  }
}

/**
 * Finds the project: in the store when store and journal agree, else in a store made anew from what is left of either.
 * @throws {StoreUnavailableError} when the browser opens no database at all.
 */
async function startUp(
  environment: StoreEnvironment,
  session: Session,
  countUpTo: number,
  earlier?: StoreFault,
): Promise<Started> {
  const found = await examineStore(environment, session.generation, countUpTo);
  if ('contents' in found) {
    const aligned = await align(environment, session, found).catch((thrown) => {
      writeLog(
        environment,
        'warning',
        `store: it cannot be brought level with the journal: ${reasonOf(thrown)}`,
      );
      return undefined;
    });
    if (aligned !== undefined) return aligned;
  } else if (session.journal.lastSeq === 0 && session.journal.reach === undefined && isBlank(found)) {
    return createProject(environment, session, found);
  }
  return rebuild(environment, session, found, earlier);
}

/** A whole store brought level with the journal; undefined when they have parted. */
async function align(
  environment: StoreEnvironment,
  { journal, generation, readOnly }: Session,
  { contents, database }: Extract<Examined, { contents: StoreContents }>,
): Promise<Started | undefined> {
  const behind = journal.lastSeq - contents.log.lastSeq;
  if (behind > longestCatchUp || !(await sharesJournal(environment, database, contents, journal.lastSeq))) {
    return undefined;
  }
  const started = asFound(contents, database, generation);
  if (behind === 0 || readOnly !== null) return started;
  if (behind > 0) return catchUpStore(environment, started, journal.lastSeq);
  const caughtUp = await catchUpJournal(environment, database, contents.log.lastSeq, journal.lastSeq);
  const isLoss = -behind > longestCatchUp || journal.setAside.length > 0;
  return {
    ...started,
    needsSnapshot: !caughtUp,
    notices: isLoss ? [describeJournalRemade(journal)] : [],
  };
}

function isBlank({ fault }: Extract<Examined, { fault: StoreFault }>): boolean {
  return fault.kind === 'missing' || fault.kind === 'empty';
}

async function createProject(
  environment: StoreEnvironment,
  session: Session,
  found: Examined,
): Promise<Started> {
  if (session.readOnly !== null) throw new StoreUnavailableError('There is no project that could be shown.');
  const project = newProject(session.projectId, environment.now());
  const database =
    found.database ??
    new ProjectDatabase(databaseName(session.projectId, session.generation), environment.engine);
  try {
    if (!database.isOpen()) await inTime(environment, database.open());
    const log = await inTime(environment, createStore(database, project));
    return {
      store: { database, log, ledger: emptyLedger(project) },
      generation: session.generation,
      history: emptyHistory,
      isNew: true,
      notices: session.firstStart ? [] : [describeEmptied(session.journal)],
      needsSnapshot: false,
      needsCount: false,
    };
  } catch (thrown) {
    throw new StoreUnavailableError('No working store can be made.', { cause: thrown });
  }
}

async function rebuild(
  environment: StoreEnvironment,
  session: Session,
  found: Examined,
  earlier: StoreFault | undefined,
): Promise<Started> {
  const { journal, generation } = session;
  const known = lastSeqOf(found);
  const target = Math.max(journal.lastSeq, journal.reach ?? 0, known);
  const rebuilt = await rebuildStore(environment, {
    bases: basesFor(environment, session, found),
    target,
    memory: [],
    generation,
    acceptLoss: true,
  });
  found.database?.close();
  if (!rebuilt.ok) throw new StoreUnavailableError(rebuilt.reason);
  const { store, reached, base } = rebuilt.value;
  const contents = await inTime(environment, readContents(store.database)).catch(reasonOf);
  if (typeof contents === 'string') throw new StoreUnavailableError(contents);
  if ('kind' in contents)
    throw new StoreUnavailableError('The new working store does not hold what was written.');
  const adopted = session.readOnly === null ? await adopt(environment, rebuilt.value.generation) : undefined;
  writeLog(
    environment,
    'warning',
    `rebuilt generation ${rebuilt.value.generation} from ${base}, ${reached} of ${target}`,
  );
  const whole = known < journal.lastSeq ? ({ kind: 'behind' } as const) : ({ kind: 'differs' } as const);
  const fault = earlier ?? ('fault' in found ? found.fault : whole);
  const notices: Notice[] = [
    target === 0
      ? describeEmptied(journal)
      : describeRebuilt({ fault, base, reached, target, ledger: store.ledger, journal }),
  ];
  if (adopted !== undefined) notices.push({ level: 'warning', message: adopted });
  return {
    store,
    generation: rebuilt.value.generation,
    history: contents.history,
    isNew: store.log.lastSeq === 0,
    notices,
    needsSnapshot: reached < target || journal.lastSeq < store.log.lastSeq,
    needsCount: false,
  };
}

/** A database may never answer: what is asked of it at a start has an end all the same. */
function inTime<Value>({ clock }: StoreEnvironment, work: PromiseLike<Value>): Promise<Value> {
  return withDeadline(clock, storeDeadline, 'The system does not answer', work);
}

/** The last entry that the store knows of. */
function lastSeqOf(found: Examined): number {
  if ('contents' in found) return found.contents.log.lastSeq;
  return found.fault.kind === 'partlyLost' ? found.fault.lastSeq : 0;
}

/** Tells main which database is in use now; a sentence when that cannot be noted. The next start then rebuilds it once more. */
async function adopt(
  { bridge, projectId }: StoreEnvironment,
  generation: number,
): Promise<string | undefined> {
  const answer = await bridge.request('session.adoptStore', { projectId, generation });
  return answer.ok ? undefined : answer.reason.message;
}

/** The journal comes first: it is the truth of last resort. What is left of the store comes last, and counts only where it leads further. */
function basesFor(environment: StoreEnvironment, { journal, projectId }: Session, found: Examined): Base[] {
  const bases: Base[] = journal.snapshots.map((seq) => ({ kind: 'snapshot', seq }));
  bases.push({ kind: 'nothing' });
  const { database } = found;
  if (database === undefined) return bases;
  const read =
    'contents' in found
      ? () => snapshotOf(database, found.contents)
      : async () => ({ ...(await salvage(database, newProject(projectId, environment.now()))), history: [] });
  bases.push({ kind: 'store', read });
  return bases;
}
