import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { Log } from '../log/log.ts';

const noteSchema = z.strictObject({
  projectId: z.string(),
  articleId: z.string(),
  /** How often in a row that article was begun to be opened and never seen. */
  times: z.int().positive(),
});
type Note = Readonly<z.infer<typeof noteSchema>>;

interface NotePlace {
  readonly layer: FileLayer;
  readonly folder: string;
  /** Nothing is written then. */
  readonly readOnly: boolean;
  readonly log: Log;
}

/**
 * Which article is being opened, in `opening.json` of the profile: written before it is drawn, removed once it is seen. One that is found is of an article that
 * ended the window, or the whole app, while it was opened.
 */
export class OpeningNote {
  readonly #place: NotePlace;
  #note: Note | null;
  /** What the page before this one left. */
  #left: Note | null = null;
  #last: Promise<void> = Promise.resolve();

  private constructor(place: NotePlace, note: Note | null) {
    this.#place = place;
    this.#note = note;
  }

  /** A note that cannot be read is none. */
  static async open(place: NotePlace): Promise<OpeningNote> {
    try {
      const bytes = await readWhole(place.layer, pathIn(place.folder));
      return new OpeningNote(place, noteSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT')
        place.log.warning('window: the note of what was opened is unreadable');
      return new OpeningNote(place, null);
    }
  }

  /** The article of that project that was begun to be opened and never seen, and how often in a row; null when there is none. */
  left(projectId: string): { articleId: string; times: number } | null {
    return this.#left?.projectId === projectId
      ? { articleId: this.#left.articleId, times: this.#left.times }
      : null;
  }

  /** A page starts: what is noted now was left by the one before. */
  pageStarted(): void {
    this.#left = this.#note;
    if (this.#left === null) return;
    const { times } = this.#left;
    this.#place.log.warning(`window: an article was begun to be opened and never seen, ${times} in a row`);
  }

  /** Resolves when that is on the disk. Where it cannot be written the article is opened all the same. */
  begun(projectId: string, articleId: string): Promise<void> {
    const before = this.left(projectId);
    const times = before?.articleId === articleId ? before.times + 1 : 1;
    const note = { projectId, articleId, times };
    this.#note = note;
    return this.#inTurn(() => this.#write(note));
  }

  /** The article was seen. A note of another one stays. */
  seen(articleId: string): Promise<void> {
    return this.#note?.articleId === articleId ? this.#remove() : Promise.resolve();
  }

  /** The window is closed of the person's own will: what it was opening did not end it. What an earlier one left stays. */
  closed(): Promise<void> {
    return this.#note !== null && this.#note !== this.#left ? this.#remove() : Promise.resolve();
  }

  #remove(): Promise<void> {
    this.#note = null;
    this.#left = null;
    return this.#inTurn(() => this.#place.layer.remove(pathIn(this.#place.folder)));
  }

  #write(note: Note): Promise<void> {
    const { layer, folder } = this.#place;
    return writeAtomically(layer, pathIn(folder), Buffer.from(JSON.stringify(note)));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#place.readOnly) return Promise.resolve();
    this.#last = this.#last.then(work).catch((error) => {
      if (errorCode(error) === 'ENOENT') return; // it could not be written before
      this.#place.log.warning(`window: what is opened could not be noted (${errorCode(error) ?? error})`);
    });
    return this.#last;
  }
}

function pathIn(folder: string): string {
  return join(folder, 'opening.json');
}
