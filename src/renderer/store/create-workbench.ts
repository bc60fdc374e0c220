import { type Change, operationOf } from '../../core/operations/operation.ts';
import { checkHomes } from './check-homes.ts';
import { systemClock, withDeadline } from './clock.ts';
import { countLater } from './count-later.ts';
import { HomeFailure } from './home.ts';
import { JournalHome } from './journal-home.ts';
import { Keeper } from './keeper.ts';
import { spanCount } from './ledger.ts';
import { ProjectWorkbench } from './project-workbench.ts';
import { rebuildAtWork } from './rebuild-at-work.ts';
import { removeOldStores } from './remove-old-stores.ts';
import { snapshotNow } from './snapshot-source.ts';
import { Snapshots } from './snapshots.ts';
import { watchSpace } from './space-watch.ts';
import { startUpAtAnyRate } from './start-up.ts';
import type { StoreEnvironment } from './store-environment.ts';
import { StoreHome } from './store-home.ts';
import type { Workbench } from './workbench.ts';
import type { Sample, WorkbenchDeps } from './workbench-deps.ts';
import type { ArticleSummary } from './workbench-state.ts';

/** Counting so many records takes some hundredths of a second. */
const countedAtStart = 20_000;
/** What a span comes to in a snapshot, UTF-16 units. */
const lengthOfSpan = 400;

/**
 * Opens the project of this session, mends what is damaged, and says what it did.
 * @throws {StoreUnavailableError} when there is no working store and none can be made; the message is a sentence.
 */
export async function createWorkbench(deps: WorkbenchDeps): Promise<Workbench> {
  const { bridge, session, notify } = deps;
  const clock = deps.clock ?? systemClock;
  const environment: StoreEnvironment = {
    bridge,
    engine: deps.engine ?? { indexedDB, IDBKeyRange },
    clock,
    projectId: session.projectId,
    now: deps.now ?? (() => new Date().toISOString()),
  };
  const pause = deps.pause ?? (() => new Promise<void>((resolve) => clock.after(0, resolve)));
  const started = await startUpAtAnyRate(environment, session, deps.countedAtStart ?? countedAtStart);
  const { lastSeq } = started.store.log;

  const snapshots = new Snapshots({
    environment,
    database: () => store.database,
    pause,
    projectLength: () => lengthOf(workbench.project.getState().articles.values()),
    seqs: session.journal.snapshots,
    lastSeq,
  });
  const store: StoreHome = new StoreHome({
    store: started.store,
    clock,
    rebuild: rebuildAtWork(environment, started.generation, () => snapshots.seqs),
    onClosed: (reason) => keeper.distrustStore(reason),
  });
  const journal = new JournalHome({
    bridge,
    projectId: session.projectId,
    clock,
    fill: () => snapshots.write(),
  });
  const keeper: Keeper = new Keeper({
    store,
    journal,
    clock,
    lastSeq,
    onChange: (saving) => workbench.showSaving(saving),
  });
  const { readOnly } = session;
  const stops = [() => keeper.stop(), () => snapshots.stop(), () => store.close()];
  const workbench: ProjectWorkbench = new ProjectWorkbench({
    ledger: started.store.ledger,
    lastSeq,
    history: started.history,
    store,
    keeper,
    readOnly,
    saving: readOnly === null ? keeper.state : { kind: 'readOnly', message: readOnly },
    notify,
    now: environment.now,
    opening: deps.opening ?? (() => Promise.resolve()),
    pause,
    finish: async (milliseconds) => {
      if (readOnly !== null) return;
      await withDeadline(clock, milliseconds, 'too slow', snapshots.atEnd()).catch(() => undefined);
    },
    checkHomes: () => checkHomes(environment, store.database),
    fillJournal: () => snapshots.write(),
    snapshot: () => snapshotNow(store.database),
    dispose: () => {
      for (const stop of stops) stop();
    },
    made: ({ entry, json }) => snapshots.grown(entry.seq, json.length),
  });
  for (const notice of started.notices) notify(notice);
  if (readOnly === null) {
    if (started.isNew) begin(workbench, session.firstStart ? deps.sample?.() : undefined);
    if (started.needsSnapshot) await fillJournal(snapshots, keeper);
    if (started.notices.length === 0) void removeOldStores(environment, started.generation);
    stops.push(watchSpace(environment, (message) => keeper.warn(message)));
    if (started.needsCount) {
      stops.push(
        countLater(environment, started.store.database, pause, (reason) => {
          notify({
            level: 'warning',
            message: `The working store was damaged: ${reason}. It is made anew from the journal.`,
          });
          keeper.distrustStore(`It was damaged: ${reason}.`);
        }),
      );
    }
  }
  return workbench;
}

/** About how long a snapshot of the project is, UTF-16 units. */
function lengthOf(articles: Iterable<ArticleSummary>): number {
  let length = 0;
  for (const article of articles) length += article.record.textLength + spanCount(article) * lengthOfSpan;
  return length;
}

/** Until the journal has a snapshot that spans its gap, what follows could not be restored from it. */
async function fillJournal(snapshots: Snapshots, keeper: Keeper): Promise<void> {
  try {
    await snapshots.write();
  } catch (thrown) {
    const reason = thrown instanceof HomeFailure ? thrown.message : 'it cannot be written';
    keeper.distrustJournal(`It lacks earlier changes, and its snapshot failed: ${reason}`);
  }
}

/** The first entry of a project holds the project itself, so that the journal alone can bring it back. */
function begin(workbench: ProjectWorkbench, sample: Sample | undefined): void {
  const { project } = workbench.project.getState();
  const annotators = [...project.annotators, ...(sample?.annotators ?? [])];
  const entities = [...project.entities, ...(sample?.entities ?? [])];
  const after = { ...project, annotators, entities };
  const changes: Change[] = [{ type: 'project.update', before: project, after }];
  if (sample === undefined) {
    workbench.commit(operationOf(changes), 'create project');
    return;
  }
  changes.push({ type: 'article.add', article: sample.article });
  for (const span of sample.spans) changes.push({ type: 'span.add', span });
  for (const relation of sample.relations) changes.push({ type: 'relation.add', relation });
  workbench.commit(operationOf(changes), 'open sample');
}
