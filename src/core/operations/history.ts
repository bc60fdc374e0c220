import type { LogEntry } from './log-entry.ts';

/** An operation that can be undone or redone: the number and label of the entry that first made it. */
export interface HistoryStep {
  readonly seq: number;
  readonly label: string;
}

/** What undo and redo need of an entry, apart from its operation: read at start without the operations, which may be large. */
export interface LogStep extends HistoryStep {
  readonly undoes?: number;
  readonly redoes?: number;
  /** The operation was too large for the snapshot that this step comes from. */
  readonly withoutOperation?: true;
}

/** What can be undone and redone, the next last. Read off the log, so that it outlives a restart. */
export interface History {
  readonly undo: readonly HistoryStep[];
  readonly redo: readonly HistoryStep[];
}

export const emptyHistory: History = { undo: [], redo: [] };

/** How many steps are kept in memory; older ones stay in the log. */
export const historyDepth = 1000;

/** The history after `entry`, which follows all entries that made `history`. */
export function remember(
  history: History,
  entry: Pick<LogEntry, 'seq' | 'label' | 'undoes' | 'redoes'>,
): History {
  if (entry.undoes !== undefined) {
    const step = history.undo.find(({ seq }) => seq === entry.undoes);
    if (step === undefined) return history;
    return { undo: history.undo.filter((other) => other !== step), redo: [...history.redo, step] };
  }
  if (entry.redoes !== undefined) {
    const step = history.redo.find(({ seq }) => seq === entry.redoes);
    if (step === undefined) return history;
    return { undo: [...history.undo, step], redo: history.redo.filter((other) => other !== step) };
  }
  return { undo: [...history.undo, { seq: entry.seq, label: entry.label }].slice(-historyDepth), redo: [] };
}
