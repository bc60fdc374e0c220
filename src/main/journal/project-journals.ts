import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result } from '../../core/model/result.ts';
import type { Journal } from './journal.ts';
import type { JournalPlace } from './journal-place.ts';
import { notOpen, ProjectJournal } from './project-journal.ts';

/** The journals of this profile's projects; each is opened once in a run, so that never two write to one folder. */
export class ProjectJournals {
  readonly #folderOf: (projectId: string) => string;
  readonly #place: Omit<JournalPlace, 'folder'>;
  readonly #currentId: () => string;
  readonly #journals = new Map<string, ProjectJournal>();

  /** @param currentId the project that is open */
  constructor(
    folderOf: (projectId: string) => string,
    place: Omit<JournalPlace, 'folder'>,
    currentId: () => string,
  ) {
    this.#folderOf = folderOf;
    this.#place = place;
    this.#currentId = currentId;
  }

  /** That of the project that is open. */
  get current(): ProjectJournal {
    return this.of(this.#currentId());
  }

  /** That of any project. @param projectId one that is known to be a project's */
  of(projectId: string): ProjectJournal {
    const known = this.#journals.get(projectId);
    if (known !== undefined) return known;
    const journal = new ProjectJournal(projectId, { ...this.#place, folder: this.#folderOf(projectId) });
    this.#journals.set(projectId, journal);
    return journal;
  }

  /** That of the open project, for a request that names it: one that names another comes from a page that is gone. */
  async open(projectId: string): Promise<Result<Journal, BridgeFailure>> {
    return projectId === this.#currentId() ? this.current.open() : failure(notOpen);
  }
}
