import type { Application } from '../application.ts';
import type { ImportOffer } from './import-offer.ts';

/** Lets the person choose a dataset, reads it, and shows what would come in. */
export async function offerImport(app: Application): Promise<void> {
  const arrival = await app.bridge.request('files.choose', { purpose: 'dataset' });
  const [file] = arrival.files;
  if (file === undefined) {
    if (arrival.refused.length > 0) {
      app.interface.setState({ dialog: { kind: 'failures', opened: 0, failures: arrival.refused } });
    }
    return;
  }
  const read = await app.bridge.request('files.read', { token: file.token });
  const prepared = read.ok ? await app.importing.prepare(read.value) : read;
  if (prepared.ok) app.interface.setState({ dialog: { kind: 'import', offer: prepared.value } });
  else {
    const failures = [{ name: file.name, message: prepared.reason.message }];
    app.interface.setState({ dialog: { kind: 'failures', opened: 0, failures } });
  }
}

/** Takes in what was offered, as one step that undo takes back. */
export async function takeOffer(app: Application, offer: ImportOffer): Promise<void> {
  const { operation, fileName, effects } = offer;
  app.interface.setState({ dialog: null });
  if (operation === null) return;
  if (!app.workbench.commit(operation, `import “${fileName}”`)) return;
  const added = 'changes' in operation ? operation.changes : [operation];
  const first = added.find((change) => change.type === 'article.add');
  const { open } = app.workbench.project.getState();
  if (open === null && first?.type === 'article.add')
    await app.workbench.openArticle(first.article.record.id);
  app.notices.inform(`“${fileName}” imported. ${effects.join(' ')}`);
}
