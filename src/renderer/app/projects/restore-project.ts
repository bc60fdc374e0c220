import type { ArrivedFile } from '../../../bridge/files.ts';
import { articleStateOf } from '../../../core/formats/annotated-article.ts';
import { readSnapshot } from '../../../core/snapshot/snapshot-file.ts';
import type { Application } from '../application.ts';
import { plantWatched } from './make-project.ts';
import type { RestoreOffer } from './restore-offer.ts';

/** Lets the person choose an archive, and offers to restore the project in it. */
export async function chooseArchive(app: Application): Promise<void> {
  const { files, refused } = await app.bridge.request('files.choose', { purpose: 'archive' });
  const [file] = files;
  if (file !== undefined) await offerRestore(app, file);
  else if (refused.length > 0) showFailures(app, refused);
}

/** True when a file is a project's archive, by its name. */
export function isArchive({ name }: Pick<ArrivedFile, 'name'>): boolean {
  return /\.ascribe$/i.test(name);
}

/** Reads an archive that arrived, and offers to restore the project in it. Nothing is changed by that. */
export async function offerRestore(app: Application, file: ArrivedFile): Promise<void> {
  const cancel = () => undefined;
  app.interface.setState({ progress: { label: `Reading “${file.name}”`, done: 0, total: 0, cancel } });
  try {
    const read = await app.bridge.request('files.read', { token: file.token });
    const archive = read.ok ? await app.projects.unpack(read.value) : read;
    if (archive.ok) {
      const offer = { fileName: file.name, archive: archive.value };
      app.interface.setState({ dialog: { kind: 'restore', offer } });
    } else showFailures(app, [{ name: file.name, message: archive.reason.message }]);
  } finally {
    app.interface.setState({ progress: null });
  }
}

/** Makes a project of an archive, and offers to open it. */
export async function restoreProject(app: Application, { fileName, archive }: RestoreOffer): Promise<void> {
  app.interface.setState({ dialog: null });
  const { manifest } = archive;
  const snapshot = snapshotIn(archive.project);
  if (!snapshot.ok) {
    const message = `“${fileName}” cannot be restored: ${snapshot.reason}. Nothing was changed.`;
    showFailures(app, [{ name: fileName, message }]);
    return;
  }
  const { project, articles } = snapshot.value;
  function* states() {
    for (const article of articles) yield articleStateOf(article);
  }
  const planted = await plantWatched(
    app,
    { project, articles: states() },
    { label: `Restoring “${project.name}”`, total: manifest.counts.articles },
    ({ counts }) =>
      JSON.stringify(counts) === JSON.stringify(manifest.counts)
        ? undefined
        : 'what was restored is not as much as the archive says it holds',
  );
  if (planted === undefined) return;
  for (const bytes of archive.originals) {
    const kept = await app.bridge.request('originals.keep', { bytes });
    if (kept.ok) continue;
    app.notices.warn(`The project is restored, but not all of its original files: ${kept.reason.message}`);
    break;
  }
  if (archive.learnt !== null) {
    const { projectId } = planted;
    const kept = await app.bridge.request('learnt.keep', { bytes: archive.learnt, projectId });
    if (!kept.ok)
      app.notices.warn(
        `The project is restored without what was learnt from it; that can be learnt again. ${kept.reason.message}`,
      );
  }
  app.interface.setState({ dialog: { kind: 'projectReady', planted, how: 'restored' } });
}

/** What unpacked well may still be no snapshot. */
function snapshotIn(bytes: Uint8Array): ReturnType<typeof readSnapshot> | { ok: false; reason: string } {
  try {
    return readSnapshot(bytes);
  } catch {
    return { ok: false, reason: 'it is not a snapshot of a project' };
  }
}

function showFailures(app: Application, failures: readonly { name: string; message: string }[]): void {
  app.interface.setState({ dialog: { kind: 'failures', opened: 0, failures } });
}
