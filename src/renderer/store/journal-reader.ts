import type { BridgeApi } from '../../bridge/api.ts';
import type { BridgeFailure } from '../../bridge/failure.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { failure, type Result, success } from '../../core/model/result.ts';

/** One line of the journal. */
export interface JournalLine {
  readonly seq: number;
  readonly json: string;
}

/** The journal's entries after `afterSeq`, a batch at a time; ends early, with the reason as its value, when main cannot read on. */
export async function* journalBatches(
  bridge: Pick<BridgeApi, 'request'>,
  projectId: Identifier,
  afterSeq: number,
): AsyncGenerator<readonly JournalLine[], BridgeFailure | undefined> {
  let at = afterSeq;
  for (;;) {
    const answer = await bridge.request('journal.read', { projectId, afterSeq: at });
    if (!answer.ok) return answer.reason;
    const { entries, more } = answer.value;
    if (entries.length > 0) yield entries;
    const last = entries.at(-1);
    if (last === undefined || !more) return undefined;
    at = last.seq;
  }
}

/** All entries after `afterSeq`. */
export async function readJournal(
  bridge: BridgeApi,
  projectId: Identifier,
  afterSeq: number,
): Promise<Result<readonly JournalLine[], BridgeFailure>> {
  const lines: JournalLine[] = [];
  const batches = journalBatches(bridge, projectId, afterSeq);
  for (;;) {
    const batch = await batches.next();
    if (batch.done) return batch.value === undefined ? success(lines) : failure(batch.value);
    lines.push(...batch.value);
  }
}

/** The journal's entry of that number, or undefined when it was cut away or is not there. */
export async function journalEntry(
  bridge: BridgeApi,
  projectId: Identifier,
  seq: number,
): Promise<JournalLine | undefined> {
  if (seq < 1) return undefined;
  const answer = await bridge.request('journal.read', { projectId, afterSeq: seq - 1 });
  return answer.ok ? answer.value.entries.find((line) => line.seq === seq) : undefined;
}
