import type { ArrivedFile } from '../../../bridge/files.ts';
import type { SourceFile } from '../../../core/formats/format.ts';
import type { TagMapping } from '../../../core/formats/map-tags.ts';
import type { Application } from '../application.ts';
import type { FailedFile } from '../opening/failed-file.ts';
import { datasetExtensions } from '../opening/file-extensions.ts';
import { rememberedMapping } from './import-mapping.ts';
import type { ImportOffer, ImportPlan } from './import-offer.ts';

/** Lets the person choose a dataset, reads it, and shows what would come in. */
export async function offerImport(app: Application): Promise<void> {
  const arrival = await app.bridge.request('files.choose', {
    purpose: 'dataset',
    extensions: datasetExtensions(),
  });
  if (arrival.files.length > 0) await offerImportOf(app, arrival.files);
  else if (arrival.refused.length > 0) showFailures(app, arrival.refused);
}

/** Reads a dataset that arrived, of one file or of several that belong together, and shows what would come in. */
export async function offerImportOf(app: Application, files: readonly ArrivedFile[]): Promise<void> {
  const stopped = new AbortController();
  try {
    const read: SourceFile[] = [];
    for (const { token, name } of files) {
      const answer = await app.bridge.request('files.read', { token });
      if (!answer.ok) return showFailures(app, [{ name, message: answer.reason.message }]);
      read.push(answer.value);
    }
    const name = files[0]?.name ?? '';
    const prepared = await app.importing.prepare(read, {
      signal: stopped.signal,
      chosen: app.settings.current.importMappings,
      progress: (done, total) =>
        app.interface.setState({
          progress: { label: `Reading “${name}”`, done, total, cancel: () => stopped.abort() },
        }),
    });
    if (!prepared.ok) return showFailures(app, [{ name, message: prepared.reason.message }]);
    const offer = prepared.value;
    const plan = await offer.plan(offer.mapping);
    app.interface.setState({ dialog: { kind: 'import', offer, plan } });
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
export async function takeOffer(
  app: Application,
  { fileName, foreign, format }: ImportOffer,
  { operation, effects }: ImportPlan,
  mapping: TagMapping,
): Promise<void> {
  app.interface.setState({ dialog: null });
  if (Object.values(foreign).some(({ length }) => length > 0)) {
    const { importMappings } = app.settings.current;
    app.settings.change({
      importMappings: { ...importMappings, ...rememberedMapping(format.id, foreign, mapping) },
    });
  }
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
