import type { Response } from '../../bridge/channels.ts';
import { channels } from '../../bridge/channels.ts';
import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result } from '../../core/model/result.ts';
import { serve } from '../ipc-gate.ts';
import { beginSnapshot } from '../journal/begin-snapshot.ts';
import type { Journal } from '../journal/journal.ts';
import { notOpen } from '../journal/project-journal.ts';
import type { ProjectJournals } from '../journal/project-journals.ts';
import { readSnapshot } from '../journal/read-snapshot.ts';
import type { OutgoingFiles } from '../outgoing/outgoing-files.ts';
import type { Projects } from '../projects/projects.ts';

interface JournalDeps {
  readonly journals: ProjectJournals;
  readonly projects: Projects;
  readonly outgoing: OutgoingFiles;
}

/** The second home of every operation. The open project's is written; any project's can be read. */
export function journalChannels({ journals, projects, outgoing }: JournalDeps) {
  return {
    'journal.append': serve(channels['journal.append'], async ({ projectId, entries }) => {
      const journal = await journals.open(projectId);
      return journal.ok ? journal.value.append(entries) : journal;
    }),
    'journal.read': serve(
      channels['journal.read'],
      async ({ projectId, afterSeq }): Promise<Response<'journal.read'>> => {
        const journal = await toRead(projectId);
        return journal.ok ? journal.value.read(afterSeq) : journal;
      },
    ),
    'snapshots.begin': serve(channels['snapshots.begin'], async ({ projectId, seq }) => {
      const journal = await journals.open(projectId);
      if (!journal.ok) return journal;
      const { layer, folder, readOnly } = journals.current.place;
      if (readOnly) {
        return failure({
          code: 'read-only' as const,
          message: 'No snapshot is written: this profile belongs to a newer version of Ascribe.',
        });
      }
      return beginSnapshot({ layer, folder, journal: journal.value, outgoing }, seq);
    }),
    'snapshots.read': serve(channels['snapshots.read'], async ({ projectId, seq, offset }) => {
      const journal = await toRead(projectId);
      if (!journal.ok) return journal;
      const snapshot = journal.value.snapshots.find((each) => each.seq === seq);
      if (snapshot === undefined) {
        return failure({ code: 'vanished' as const, message: `There is no snapshot ${seq} any more.` });
      }
      return readSnapshot(journals.current.place.layer, snapshot, offset);
    }),
  };

  async function toRead(projectId: string): Promise<Result<Journal, BridgeFailure>> {
    if (projectId === journals.current.projectId) return journals.open(projectId);
    // An id from the window becomes a path only when it is the name of a project's folder.
    return (await projects.has(projectId)) ? journals.of(projectId).open() : failure(notOpen);
  }
}
