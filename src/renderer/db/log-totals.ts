import { chainAfter, chainStart } from './chain.ts';
import type { LogTotals } from './rows.ts';

/** The totals of a log that holds nothing and goes on after entry `lastSeq`. */
export function emptyLog(lastSeq: number): LogTotals {
  return { lastSeq, count: 0, chain: chainStart };
}

/** The totals with one more entry, given as the JSON that both homes keep. */
export function logAfter(log: LogTotals, json: string): LogTotals {
  return {
    lastSeq: log.lastSeq + 1,
    count: log.count + 1,
    chain: chainAfter(log.chain, json),
  };
}
