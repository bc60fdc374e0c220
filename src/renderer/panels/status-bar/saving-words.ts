import { t } from '../../../core/messages/translate.ts';
import type { SavingState } from '../../store/workbench-state.ts';

/** What the foot of the window says of saving. "All changes saved" stands for nothing but durable writes. */
export function savingWords(saving: SavingState): string {
  switch (saving.kind) {
    case 'saved':
      return t('panels.statusBar.allChangesSaved');
    case 'saving':
      return t('panels.statusBar.saving');
    case 'failed':
    case 'readOnly':
      return saving.message;
  }
}
