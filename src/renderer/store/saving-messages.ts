/** What is known when a write failed. */
export interface FailedSaving {
  /** Operations that are not in both homes. */
  readonly pending: number;
  /** What is wrong with each home, a sentence, or null. */
  readonly store: string | null;
  readonly journal: string | null;
  readonly notInStore: number;
  readonly notInJournal: number;
}

/** What happened, what was kept, what to do: the text of the red status. */
export function describeFailure({ pending, store, journal, notInStore, notInJournal }: FailedSaving): string {
  if (store !== null && journal !== null) {
    return `Not saved: ${store} ${lower('The journal failed too', journal)} ${inMemory(Math.min(notInStore, notInJournal))} Keep Ascribe open, free some disk space or save a copy; Ascribe keeps trying.`;
  }
  if (store !== null) {
    const kept =
      notInJournal === 0
        ? 'Nothing is lost: the journal has everything.'
        : `The journal is still writing ${changes(notInJournal)}.`;
    return `Not saved in the working store: ${store} ${kept} Ascribe is making a new working store.`;
  }
  const kept =
    notInStore === 0
      ? 'The working store has everything.'
      : `The working store is still writing ${changes(notInStore)}.`;
  return `Not saved in the journal: ${journal ?? ''} ${kept} ${pending === 0 ? '' : 'Free some disk space or save a copy; '}Ascribe keeps trying.`;
}

/** Why waiting for safety ended. */
export function describePending(pending: number): string {
  return `${capital(changes(pending))} ${pending === 1 ? 'is' : 'are'} still being saved.`;
}

/** Shown in the place of "saved" when little space is left; new work goes on, but is not claimed safe. */
export function describeLowSpace(freeBytes: number): string {
  const mebibytes = Math.floor(freeBytes / (1024 * 1024));
  return `Only ${mebibytes} MB are free on the disk. Everything so far is saved; free some space before you go on, or save a copy elsewhere.`;
}

function inMemory(count: number): string {
  return count === 0
    ? 'Every change is in one of its two homes.'
    : `${capital(changes(count))} ${count === 1 ? 'is' : 'are'} in memory only.`;
}

function changes(count: number): string {
  return count === 1 ? 'one change' : `${count} changes`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lower(introduction: string, sentence: string): string {
  return `${introduction}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
