import type { BridgeFailure } from '../../bridge/failure.ts';
import { encodeLine, type JournalEntry, lineFault } from '../../core/journal/journal-line.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import type { JournalRecord } from './journal-record.ts';

export type Appended = Result<{ readonly lastSeq: number }, BridgeFailure>;

interface Line {
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** What a group of requests comes to: the lines to write, the first of which has the number `firstSeq`, and the answers once they are written. */
export interface AppendPlan {
  readonly firstSeq: number;
  readonly lines: readonly Line[];
  readonly answers: Appended[];
}

/** Sorts out what is new in a group of requests. A request with one wrong entry adds none of its entries. */
export function planAppend(
  record: JournalRecord,
  requests: readonly (readonly JournalEntry[])[],
): AppendPlan {
  const lines: Line[] = [];
  let firstSeq = 0;
  const answers = requests.map((entries): Appended => {
    const before = lines.length;
    for (const entry of entries) {
      const line = encodeLine(entry);
      const refusal = refusalOf(entry, line.crc);
      if (refusal) {
        lines.length = before;
        return failure(refusal);
      }
      if (crcOf(entry.seq) !== undefined) continue;
      if (lines.length === 0) firstSeq = entry.seq;
      lines.push(line);
    }
    return success({ lastSeq: entries.at(-1)?.seq ?? 0 });
  });
  return { firstSeq, lines, answers };

  function crcOf(seq: number): number | undefined {
    return (lines.length > 0 ? lines[seq - firstSeq]?.crc : undefined) ?? record.crcOf(seq);
  }

  function refusalOf(entry: JournalEntry, crc: number): BridgeFailure | undefined {
    const { seq } = entry;
    const fault = lineFault(entry);
    if (fault !== undefined) {
      return { code: 'refused', message: `Entry ${seq} cannot be kept in the journal: ${fault}.` };
    }
    const present = crcOf(seq);
    if (present === crc) return undefined;
    if (present !== undefined) {
      return { code: 'out-of-sequence', message: `The journal has another entry ${seq}.` };
    }
    const last = lines.length > 0 ? firstSeq + lines.length - 1 : record.lastSeq;
    if (seq === last + 1 || (lines.length === 0 && seq === record.lastEntry + 1)) return undefined;
    return {
      code: 'out-of-sequence',
      message: `Entry ${seq} does not follow on entry ${last}, the journal's last.`,
    };
  }
}
