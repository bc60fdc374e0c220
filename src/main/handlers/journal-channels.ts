import type { Response } from '../../bridge/channels.ts';
import { channels } from '../../bridge/channels.ts';
import { failure } from '../../core/model/result.ts';
import { serve } from '../ipc-gate.ts';
import { beginSnapshot } from '../journal/begin-snapshot.ts';
import type { ProjectJournal } from '../journal/project-journal.ts';
import { readSnapshot } from '../journal/read-snapshot.ts';
import type { OutgoingFiles } from '../outgoing/outgoing-files.ts';

interface JournalDeps {
  readonly journal: ProjectJournal;
  readonly outgoing: OutgoingFiles;
}

/** The second home of every operation. */
export function journalChannels({ journal: project, outgoing }: JournalDeps) {
  const { layer, folder, readOnly } = project.place;
  return {
    'journal.append': serve(channels['journal.append'], async ({ projectId, entries }) => {
      const journal = await project.of(projectId);
      return journal.ok ? journal.value.append(entries) : journal;
    }),
    'journal.read': serve(
      channels['journal.read'],
      async ({ projectId, afterSeq }): Promise<Response<'journal.read'>> => {
        const journal = await project.of(projectId);
        return journal.ok ? journal.value.read(afterSeq) : journal;
      },
    ),
    'snapshots.begin': serve(channels['snapshots.begin'], async ({ projectId, seq }) => {
      const journal = await project.of(projectId);
      if (!journal.ok) return journal;
      if (readOnly) {
        return failure({
          code: 'read-only' as const,
          message: 'No snapshot is written: this profile belongs to a newer version of Ascribe.',
        });
      }
      return beginSnapshot({ layer, folder, journal: journal.value, outgoing }, seq);
    }),
    'snapshots.read': serve(channels['snapshots.read'], async ({ projectId, seq, offset }) => {
      const journal = await project.of(projectId);
      if (!journal.ok) return journal;
      const snapshot = journal.value.snapshots.find((each) => each.seq === seq);
      if (snapshot === undefined) {
        return failure({ code: 'vanished' as const, message: `There is no snapshot ${seq} any more.` });
      }
      return readSnapshot(layer, snapshot, offset);
    }),
  };
}
