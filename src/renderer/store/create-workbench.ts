import type { Change } from '../../core/operations/operation.ts';
import { operationOf } from '../../core/operations/operation.ts';
import { systemClock } from './clock.ts';
import { JournalHome } from './journal-home.ts';
import { Keeper } from './keeper.ts';
import { ProjectWorkbench } from './project-workbench.ts';
import { startUp } from './start-up.ts';
import { StoreHome } from './store-home.ts';
import type { Workbench } from './workbench.ts';
import type { Sample, WorkbenchDeps } from './workbench-deps.ts';

/** Opens the project of this session, mends what is damaged, and says what it did. */
export async function createWorkbench(deps: WorkbenchDeps): Promise<Workbench> {
  const { bridge, session, notify } = deps;
  const clock = deps.clock ?? systemClock;
  const now = deps.now ?? (() => new Date().toISOString());
  const engine = deps.engine ?? { indexedDB, IDBKeyRange };
  const started = await startUp(session, engine, now());
  const lastSeq = started.store.log.lastSeq;

  const store: StoreHome = new StoreHome({
    store: started.store,
    clock,
    rebuild: () => Promise.reject(new Error('The working store cannot be made anew.')),
    onClosed: (reason) => keeper.distrustStore(reason),
  });
  const journal = new JournalHome({
    bridge,
    projectId: session.projectId,
    clock,
    fill: () => Promise.resolve(),
  });
  const keeper = new Keeper({
    store,
    journal,
    clock,
    lastSeq,
    onChange: (saving) => workbench.showSaving(saving),
  });
  const workbench = new ProjectWorkbench({
    ledger: started.store.ledger,
    lastSeq,
    history: started.history,
    store,
    keeper,
    readOnly: session.readOnly,
    saving: session.readOnly === null ? keeper.state : { kind: 'readOnly', message: session.readOnly },
    notify,
    now,
    pause: () => new Promise((resolve) => clock.after(0, resolve)),
  });
  if (started.isNew && session.readOnly === null) begin(workbench, deps.sample?.());
  return workbench;
}

/** The first entry of a project holds the project itself, so that the journal alone can bring it back. */
function begin(workbench: ProjectWorkbench, sample: Sample | undefined): void {
  const { project } = workbench.project.getState();
  const changes: Change[] = [{ type: 'project.update', before: project, after: project }];
  if (sample === undefined) {
    workbench.commit(operationOf(changes), 'create project');
    return;
  }
  changes.push({ type: 'article.add', article: sample.article });
  for (const span of sample.spans) changes.push({ type: 'span.add', span });
  for (const relation of sample.relations) changes.push({ type: 'relation.add', relation });
  workbench.commit(operationOf(changes), 'open sample');
}
