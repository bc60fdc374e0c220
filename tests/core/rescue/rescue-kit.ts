import { createHash } from 'node:crypto';
import { segmentName, snapshotName } from '../../../src/core/journal/file-names.ts';
import { encodeLine } from '../../../src/core/journal/journal-line.ts';
import { apply } from '../../../src/core/operations/apply.ts';
import type { LogEntry } from '../../../src/core/operations/log-entry.ts';
import { newProject } from '../../../src/core/operations/new-project.ts';
import type { Operation } from '../../../src/core/operations/operation.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import type { ProjectFile } from '../../../src/core/rescue/journal-entries.ts';
import { snapshotBytes } from '../../../src/core/snapshot/snapshot-file.ts';
import { articleOf, someTime } from '../arbitraries/article.ts';

/** A project as its folder holds it, and what it should come to. */
export interface KeptProject {
  readonly files: readonly ProjectFile[];
  readonly state: ProjectState;
  readonly lastSeq: number;
}

/** The first thing that is done in a project of the tests. */
export const firstOperation: Operation = {
  type: 'article.add',
  article: articleOf('A title\n\n“We are ready 😀,” said Ms Lee, “e\u0301 for it.”', 'one'),
};

/**
 * Keeps operations as main does: entries in segments that begin anew after each snapshot, of which the newest three stay; what lies before the oldest is cut away.
 * @param snapshotsAfter numbers of entries after which one is written
 */
export async function kept(
  operations: readonly Operation[],
  snapshotsAfter: readonly number[],
): Promise<KeptProject> {
  let state: ProjectState = { project: newProject('project', someTime), articles: new Map() };
  let lastSeq = 0;
  let lines: Uint8Array[] = [];
  let first = 1;
  const segments: { first: number; last: number; bytes: Uint8Array }[] = [];
  const snapshots: { seq: number; file: ProjectFile }[] = [];
  const endSegment = () => {
    if (lines.length > 0)
      segments.push({ first, last: lastSeq, bytes: new Uint8Array(Buffer.concat(lines)) });
    lines = [];
    first = lastSeq + 1;
  };
  for (const operation of operations) {
    const applied = apply(state, operation);
    if (!applied.ok) continue;
    state = applied.value;
    lastSeq += 1;
    const entry: LogEntry = { seq: lastSeq, at: someTime, annotator: 'annotator', label: 'do it', operation };
    const json = JSON.stringify(entry);
    if (/\\ud[89a-f]/.test(json)) throw new Error('operations of the tests are well formed');
    lines.push(encodeLine({ seq: lastSeq, json }).bytes);
    if (!snapshotsAfter.includes(lastSeq)) continue;
    endSegment();
    snapshots.unshift({ seq: lastSeq, file: await snapshotOf(state, lastSeq) });
  }
  endSegment();
  const oldest = snapshots[2]?.seq ?? 0;
  const files = [
    ...snapshots.slice(0, 3).map(({ file }) => file),
    ...segments
      .filter(({ last }) => last > oldest)
      .map((segment) => ({ name: segmentName(segment.first, 0), bytes: segment.bytes })),
  ];
  return { files, state, lastSeq };
}

async function snapshotOf({ project, articles }: ProjectState, seq: number): Promise<ProjectFile> {
  const pieces: Uint8Array[] = [];
  const contents = { seq, project, history: [], articles: articles.values() };
  for await (const piece of snapshotBytes(contents)) pieces.push(piece);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  return { name: snapshotName(seq, createHash('sha256').update(bytes).digest('hex')), bytes };
}
