import type { ArrivedFile } from '../../../bridge/files.ts';
import type { Application } from '../application.ts';
import type { FailedFile } from '../opening/failed-file.ts';
import type { ImportOffer } from './import-offer.ts';

/** Lets the person choose a dataset, reads it, and shows what would come in. */
export async function offerImport(app: Application): Promise<void> {
  const arrival = await app.bridge.request('files.choose', { purpose: 'dataset' });
  const [file] = arrival.files;
  if (file === undefined) {
    if (arrival.refused.length > 0) showFailures(app, arrival.refused);
    return;
  }
  await offerImportOf(app, file);
}

/** Reads a dataset that arrived and shows what would come in. */
export async function offerImportOf(app: Application, file: ArrivedFile): Promise<void> {
  const stopped = new AbortController();
  try {
    const read = await app.bridge.request('files.read', { token: file.token });
    const prepared = read.ok
      ? await app.importing.prepare(read.value, {
          signal: stopped.signal,
          progress: (done, total) =>
            app.interface.setState({
              progress: { label: `Reading “${file.name}”`, done, total, cancel: () => stopped.abort() },
            }),
        })
      : read;
    if (prepared.ok) app.interface.setState({ dialog: { kind: 'import', offer: prepared.value } });
    else showFailures(app, [{ name: file.name, message: prepared.reason.message }]);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  } finally {
    app.interface.setState({ progress: null });
  }
}

function showFailures(app: Application, failures: readonly FailedFile[]): void {
  app.interface.setState({ dialog: { kind: 'failures', opened: 0, failures } });
}

/** Takes in what was offered, as one step that undo takes back. */
export async function takeOffer(app: Application, offer: ImportOffer): Promise<void> {
  const { operation, fileName, effects } = offer;
  app.interface.setState({ dialog: null });
  if (operation === null) {
    app.notices.inform(`All of “${fileName}” is in this project already; nothing has changed.`);
    return;
  }
  if (!app.workbench.commit(operation, `import “${fileName}”`)) return;
  const added = 'changes' in operation ? operation.changes : [operation];
  const first = added.find((change) => change.type === 'article.add');
  const { open } = app.workbench.project.getState();
  if (open === null && first?.type === 'article.add')
    await app.workbench.openArticle(first.article.record.id);
  app.notices.inform(`“${fileName}” imported. ${effects.join(' ')}`);
}
