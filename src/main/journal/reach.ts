import { join } from 'node:path';
import { reachName, reachSchema } from '../../core/journal/file-names.ts';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { JournalPlace } from './journal-place.ts';

/**
 * How far the journal once reached, in a file of its own: by it a newest segment that is gone as a whole is missed, of which nothing else would tell. It may lag behind what is
 * acknowledged, by what the newest segment took after its first lines.
 */
export class Reach {
  readonly #place: JournalPlace;
  #noted: number;
  #last: Promise<void> = Promise.resolve();

  private constructor(place: JournalPlace, noted: number) {
    this.#place = place;
    this.#noted = noted;
  }

  /** A file that cannot be read says nothing. */
  static async read(place: JournalPlace): Promise<Reach> {
    return new Reach(place, await notedIn(place.layer, pathIn(place)));
  }

  /** Number of the last entry that is known to have been there; 0 when none is. */
  get lastSeq(): number {
    return this.#noted;
  }

  /** Notes that an entry is there. Never fails, and nothing need wait for it: without it a loss is only harder to notice. */
  note(lastSeq: number): void {
    if (this.#place.readOnly || lastSeq <= this.#noted) return;
    this.#noted = lastSeq;
    const { layer, log } = this.#place;
    this.#last = this.#last
      .then(() => writeAtomically(layer, pathIn(this.#place), Buffer.from(JSON.stringify({ lastSeq }))))
      .catch((error) =>
        log.warning(`journal: how far it reaches could not be noted (${errorCode(error) ?? error})`),
      );
  }
}

async function notedIn(layer: FileLayer, path: string): Promise<number> {
  try {
    const text = Buffer.from(await readWhole(layer, path)).toString('utf8');
    return reachSchema.parse(JSON.parse(text)).lastSeq;
  } catch {
    return 0;
  }
}

function pathIn({ folder }: JournalPlace): string {
  return join(folder, reachName);
}
