import type { JournalState } from '../../bridge/session.ts';
import type { StoreFault } from '../db/read-ledger.ts';
import { type Ledger, spanCount } from './ledger.ts';
import type { Base } from './rebuild.ts';
import type { Notice } from './workbench-deps.ts';

/** What is known after a store was made anew. */
export interface Recovery {
  /** `behind`: whole, but it lacks what the journal has; `differs`: it has other changes than the journal. */
  readonly fault: StoreFault | { readonly kind: 'behind' | 'differs' };
  readonly base: Base['kind'];
  readonly reached: number;
  readonly target: number;
  readonly ledger: Ledger;
  readonly journal: JournalState;
}

/** What happened to the store, what was restored, and what is missing. */
export function describeRebuilt({ fault, base, reached, target, ledger, journal }: Recovery): Notice {
  const articles = [...ledger.articles.values()];
  const spans = articles.reduce((sum, article) => sum + spanCount(article), 0);
  const what = `${counted(spans, 'annotation')} in ${counted(articles.length, 'article')}`;
  const source = base === 'store' ? 'the old store' : 'the journal';
  const restored = `${happened(fault)} ${what} ${spans === 1 ? 'was' : 'were'} restored from ${source};`;
  if (base === 'store' && fault.kind !== 'behind' && fault.kind !== 'differs') {
    return {
      level: 'error',
      message: `${restored} the journal is damaged too, so more may be missing.${asideWords(journal)}`,
    };
  }
  if (reached < target) {
    return {
      level: 'error',
      message: `${restored} the last ${counted(target - reached, 'change')} could not be read back and ${target - reached === 1 ? 'is' : 'are'} missing.${asideWords(journal)}`,
    };
  }
  if (journal.setAside.length > 0) {
    // How far it once reached may be unknown too: that nothing is missing cannot be said then.
    return {
      level: 'error',
      message: `${restored} a part of the journal was damaged, so something may be missing.${asideWords(journal)}`,
    };
  }
  return { level: 'warning', message: `${restored} nothing is missing.` };
}

/** Neither store nor journal holds anything, although the app was used here before. */
export function describeEmptied(journal: JournalState): Notice {
  return {
    level: 'error',
    message: `Ascribe was started here before, but neither its working store nor its journal holds anything: the project is empty. If you have a copy or an exported dataset, import it.${asideWords(journal)}`,
  };
}

/** The disk is so full that nothing can be opened. */
export const describeNoSpace =
  'The disk is full, so the project cannot be opened. Free some space and reload the window; nothing is lost meanwhile.';

/** The journal was lost or damaged, and the store was whole. */
export function describeJournalRemade(journal: JournalState): Notice {
  return {
    level: 'warning',
    message: `The journal was damaged. It was made anew from the working store; nothing is missing.${asideWords(journal)}`,
  };
}

function happened(fault: Recovery['fault']): string {
  switch (fault.kind) {
    case 'missing':
    case 'empty':
      return 'The working store was empty.';
    case 'unopenable':
      return 'The working store could not be opened.';
    case 'otherVersion':
      return 'The working store was made by another version of Ascribe.';
    case 'partlyLost':
      return 'The working store was damaged.';
    case 'differs':
      return 'The working store and the journal did not agree.';
    case 'behind':
      return 'The working store had lost its newest changes.';
  }
}

function asideWords({ setAside }: JournalState): string {
  if (setAside.length === 0) return '';
  return ` Damaged files were kept under other names: ${setAside.join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
