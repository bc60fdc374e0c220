import type { SavingState } from '../../store/workbench-state.ts';

/** What the foot of the window says of saving. "All changes saved" stands for nothing but durable writes. */
export function savingWords(saving: SavingState): string {
  switch (saving.kind) {
    case 'saved':
      return 'All changes saved';
    case 'saving':
      return 'Saving…';
    case 'failed':
    case 'readOnly':
      return saving.message;
  }
}
