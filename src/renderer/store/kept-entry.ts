import type { LogEntry } from '../../core/operations/log-entry.ts';
import type { Ledger } from './ledger.ts';

/** A log entry on its way to both homes. */
export interface KeptEntry {
  readonly entry: LogEntry;
  /** The entry as both homes keep it, word for word. */
  readonly json: string;
  /** The ledger after it. */
  readonly ledger: Ledger;
}
