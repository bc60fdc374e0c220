import { mostOriginalBytes } from '../../../core/archive/archive-manifest.ts';
import { archiveBytes } from '../../../core/archive/write-archive.ts';
import { Sha256 } from '../../../core/formats/sha256.ts';
import { snapshotBytes } from '../../../core/snapshot/snapshot-file.ts';
import { count } from '../../../core/text/number-words.ts';
import type { Application } from '../application.ts';
import { byteWords } from '../byte-words.ts';
import { writeExport } from '../exchange/write-export.ts';

/** A project in an archive begins anew, as after its first entry: what could be undone stays here. */
const firstSeq = 1;

/** Asks where to, and writes the whole project, articles in the trash and all, into one file from which it can be restored. */
export async function archiveProject(app: Application): Promise<void> {
  const { name } = app.workbench.project.getState().project;
  const chosen = await app.bridge.request('exports.choose', {
    title: 'Archive project',
    suggestedName: `${fileName(name)}.ascribe`,
    filters: [{ name: 'Project archive', extensions: ['ascribe'] }],
  });
  if (chosen === null) return;
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
  };
  const total = app.workbench.project.getState().articles.size;
  const report = (done: number) =>
    app.interface.setState({ progress: { label: `Writing “${chosen.fileName}”`, done, total, cancel } });
  report(0);
  try {
    const pieces = archivePieces(app);
    const written = await writeExport(app, chosen.token, pieces, { isCancelled: () => cancelled, report });
    if (written === null) {
      app.notices.inform(`Cancelled: nothing was written to “${chosen.fileName}”.`);
      return;
    }
    const size = byteWords(written.byteLength);
    app.notices.inform(`“${written.fileName}” written: ${count(total, 'article')}, ${size}.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.notices.warn(
      `“${chosen.fileName}” was not written; an older file of that name is as it was. ${reason}`,
    );
  } finally {
    app.interface.setState({ progress: null });
  }
}

/** The archive's bytes in pieces, and last what all of them came to. */
async function* archivePieces(app: Application) {
  const { project, articles } = await app.workbench.snapshot();
  const counts = { articles: 0, annotations: 0, links: 0 };
  async function* counted() {
    for await (const article of articles) {
      counts.articles += 1;
      counts.annotations += article.spans.size;
      counts.links += article.relations.size;
      yield article;
    }
  }
  const digest = new Sha256();
  const kept = await app.bridge.request('learnt.read', {});
  const subject = {
    name: project.name,
    archivedAt: new Date().toISOString(),
    counts: () => counts,
    // What cannot be read is not used either, and was told when the project was opened.
    learnt: kept.ok ? kept.value.bytes : null,
  };
  const snapshot = snapshotBytes({ seq: firstSeq, project, history: [], articles: counted() });
  for await (const piece of archiveBytes(subject, snapshot, keptOriginals(app))) {
    const bytes = new Uint8Array(piece);
    digest.update(bytes);
    yield { kind: 'bytes' as const, bytes, articlesDone: counts.articles };
    // Packing is work of this thread: let it draw in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const { byteLength } = digest;
  yield { kind: 'end' as const, sha256: digest.digest(), byteLength };
}

/** The files of the project’s articles that are kept, as far as an archive takes them. */
async function* keptOriginals(app: Application): AsyncGenerator<Uint8Array> {
  const { articles } = app.workbench.project.getState();
  let left = mostOriginalBytes;
  for (const sha256 of new Set([...articles.values()].map(({ record }) => record.source.sha256))) {
    const kept = await app.bridge.request('originals.read', { sha256 });
    const bytes = kept.ok ? kept.value.bytes : null;
    if (bytes === null || bytes.length > left) continue;
    left -= bytes.length;
    yield bytes;
  }
}

/** A project's name without what file systems do not take. */
function fileName(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|]/g, '-')
      .replace(/^\.+/, '')
      .slice(0, 100)
      .trim() || 'project'
  );
}
