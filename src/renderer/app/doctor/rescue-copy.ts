import type { BridgeApi } from '../../../bridge/api.ts';
import type { Session } from '../../../bridge/session.ts';
import { Sha256 } from '../../../core/formats/sha256.ts';
import { segmentName, snapshotName } from '../../../core/journal/file-names.ts';
import { encodeLine } from '../../../core/journal/journal-line.ts';
import type { ProjectFile } from '../../../core/rescue/journal-entries.ts';
import { rescuedContents, rescueProject } from '../../../core/rescue/rescue-project.ts';
import { type SnapshotContents, snapshotBytes } from '../../../core/snapshot/snapshot-file.ts';
import { count } from '../../../core/text/number-words.ts';
import { journalBatches } from '../../store/journal-reader.ts';
import { sendFile } from '../../store/send-file.ts';

type Bridge = Pick<BridgeApi, 'request'>;

/**
 * Asks where to, and writes the project into one dataset.
 * @returns a sentence on what came of it; undefined when no place was chosen
 */
export async function writeRescueCopy(
  bridge: Bridge,
  contents: () => Promise<SnapshotContents>,
): Promise<string | undefined> {
  const chosen = await bridge.request('exports.choose', {
    title: 'Save a rescue copy',
    suggestedName: 'rescue-copy.json',
    filters: [{ name: 'Ascribe dataset', extensions: ['json'] }],
  });
  if (chosen === null) return undefined;
  const begun = await bridge.request('exports.begin', { token: chosen.token });
  if (!begun.ok) return begun.reason.message;
  let articles = 0;
  let annotations = 0;
  const known = await contents();
  async function* counted() {
    for await (const article of known.articles) {
      articles += 1;
      annotations += article.spans.size;
      yield article;
    }
  }
  const pieces = snapshotBytes({ ...known, seq: Math.max(1, known.seq), articles: counted() });
  const sent = await sendFile(bridge, begun.value.handle, pieces, () => Promise.resolve());
  return sent.ok
    ? `“${chosen.fileName}” was written: ${count(annotations, 'annotation')} in ${count(articles, 'article')}.`
    : sent.reason;
}

/** The project as journal and snapshots tell it, without the working store: for a window that could not open it. */
export async function contentsFromJournal(bridge: Bridge, session: Session): Promise<SnapshotContents> {
  const { projectId, journal } = session;
  const files: ProjectFile[] = [];
  for (const seq of journal.snapshots) {
    const bytes = await snapshotOf(bridge, projectId, seq);
    if (bytes !== undefined) files.push({ name: snapshotName(seq, Sha256.of(bytes)), bytes });
  }
  const lines: Uint8Array[] = [];
  let first = 0;
  for await (const batch of journalBatches(bridge, projectId, 0)) {
    first ||= batch[0]?.seq ?? 0;
    for (const line of batch) lines.push(encodeLine(line).bytes);
  }
  files.push({ name: segmentName(first, 0), bytes: joined(lines) });
  return rescuedContents(rescueProject(projectId, files, new Date().toISOString()));
}

/** Undefined when main cannot give it, or finds it damaged. */
async function snapshotOf(bridge: Bridge, projectId: string, seq: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (;;) {
    const answer = await bridge.request('snapshots.read', { projectId, seq, offset });
    if (!answer.ok) return undefined;
    const { bytes } = answer.value;
    if (bytes.length === 0) return joined(pieces);
    pieces.push(bytes);
    offset += bytes.length;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
