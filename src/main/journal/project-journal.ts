import type { BridgeFailure } from '../../bridge/failure.ts';
import type { JournalState } from '../../bridge/session.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { readFailure } from '../disk/file-failure.ts';
import { errorCode } from '../disk/file-layer.ts';
import { Journal } from './journal.ts';
import type { JournalPlace } from './journal-place.ts';

/** What the window is told of a journal that cannot be opened. */
export const unopenedState: JournalState = { lastSeq: 0, snapshots: [], setAside: [], tornTail: false };

/** What a request for another project than the open one is told. */
export const notOpen: BridgeFailure = {
  code: 'refused',
  message: 'That project is not the one that is open.',
};

/** The journal of one project. When its folder cannot be used, each later request tries to open it again. */
export class ProjectJournal {
  readonly place: JournalPlace;
  readonly projectId: string;
  #opening: Promise<Journal> | undefined;

  constructor(projectId: string, place: JournalPlace) {
    this.projectId = projectId;
    this.place = place;
  }

  /** The open journal, or why it cannot be used. */
  async open(): Promise<Result<Journal, BridgeFailure>> {
    this.#opening ??= Journal.open(this.place);
    try {
      return success(await this.#opening);
    } catch (error) {
      this.#opening = undefined;
      this.place.log.error(`journal: it cannot be opened (${errorCode(error) ?? error})`);
      return failure(readFailure(error, 'journal'));
    }
  }
}
