import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { identifierSchema } from '../../core/model/identifier.ts';
import { errorCode, exists, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { namesIn } from '../disk/remove-temporaries.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import { setAside } from '../journal/set-aside.ts';
import type { Log } from '../log/log.ts';

/** What this version of Ascribe writes. A profile with a higher one is shown and not changed. */
export const dataVersion = 2;

const markerSchema = z.object({
  format: z.literal('ascribe-profile'),
  dataVersion: z.int().positive(),
  projectId: identifierSchema.regex(/^[\w-]+$/),
  generation: z.int().positive(),
  createdAt: z.iso.datetime(),
});
type Marker = Readonly<z.infer<typeof markerSchema>>;

interface ProfilePlace {
  readonly layer: FileLayer;
  readonly folder: string;
  /** Where Chromium keeps the working store. */
  readonly storeFolder: string;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Which project this profile holds and which of its databases is in use. Kept in a marker file, by which an emptied store is told from a first
 * start, and once more in the journal's folder, from which a lost marker is made anew.
 */
export class Profile {
  readonly #place: ProfilePlace;
  #marker: Marker;
  /** True when this profile was never used before. */
  readonly firstStart: boolean;

  private constructor(place: ProfilePlace, marker: Marker, firstStart: boolean) {
    this.#place = place;
    this.#marker = marker;
    this.firstStart = firstStart;
  }

  /** @throws a Node file-system error when a first marker cannot be written: nothing could be kept then */
  static async open(place: ProfilePlace): Promise<Profile> {
    await place.layer.makeFolder(place.folder);
    const found = await readMarker(place.layer, markerPath(place));
    if (typeof found === 'object') {
      const profile = new Profile(place, found, false);
      if (found.dataVersion < dataVersion) await profile.#raiseVersion();
      return profile;
    }
    const rebuilt = await markerFromJournal(place);
    const used =
      rebuilt !== undefined || found === 'broken' || (await exists(place.layer, place.storeFolder));
    if (found === 'broken') await setAside(place.layer, markerPath(place), place.now());
    if (used) place.log.warning(`profile: the marker is ${found}; it is made anew`);
    const profile = new Profile(
      place,
      rebuilt ?? newMarker(place, used ? unusedGeneration(place) : 1),
      !used,
    );
    await profile.#write();
    return profile;
  }

  get projectId(): string {
    return this.#marker.projectId;
  }

  get generation(): number {
    return this.#marker.generation;
  }

  get journalFolder(): string {
    return journalFolder(this.#place, this.projectId);
  }

  /** The sentence to show when the profile was written by a newer version, else null. */
  get readOnly(): string | null {
    return this.#marker.dataVersion > dataVersion
      ? 'This project was last opened by a newer version of Ascribe. It is shown as far as this version understands it, and nothing is changed. To go on working, start the newer version.'
      : null;
  }

  /**
   * From now on the database of that generation is the one in use.
   * @throws a Node file-system error; the one in use stays so then
   */
  async adoptStore(generation: number): Promise<void> {
    const before = this.#marker;
    this.#marker = { ...before, generation };
    try {
      await this.#write();
    } catch (error) {
      this.#marker = before;
      throw error;
    }
  }

  /**
   * Takes a working store that cannot be opened out of the way, without losing it. Only while no database in it is open.
   * @throws a Node file-system error
   */
  async setStoreAside(): Promise<void> {
    const { layer, storeFolder, now, log } = this.#place;
    if (!(await exists(layer, storeFolder))) return;
    log.warning(`profile: the working store is now ${await setAside(layer, storeFolder, now())}`);
  }

  /** From now on the profile may hold what older versions do not understand: they are to show it and change nothing. */
  async #raiseVersion(): Promise<void> {
    this.#place.log.info(`profile: of version ${this.#marker.dataVersion}, now ${dataVersion}`);
    this.#marker = { ...this.#marker, dataVersion };
    await this.#write();
  }

  async #write(): Promise<void> {
    const { layer } = this.#place;
    const bytes = Buffer.from(`${JSON.stringify(this.#marker, null, 2)}\n`);
    await layer.makeFolder(this.journalFolder);
    await writeAtomically(layer, join(this.journalFolder, copyName), bytes);
    await writeAtomically(layer, markerPath(this.#place), bytes);
  }
}

const copyName = 'project.json';

function markerPath({ folder }: ProfilePlace): string {
  return join(folder, 'ascribe-profile.json');
}

function journalFolder({ folder }: ProfilePlace, projectId: string): string {
  return join(folder, 'journal', projectId);
}

async function readMarker(layer: FileLayer, path: string): Promise<Marker | 'missing' | 'broken'> {
  try {
    const text = Buffer.from(await readWhole(layer, path)).toString('utf8');
    return markerSchema.parse(JSON.parse(text));
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'missing' : 'broken';
  }
}

/** The project in the journal folder; where there are several, the one used last. */
async function markerFromJournal(place: ProfilePlace): Promise<Marker | undefined> {
  const { layer, folder } = place;
  const found: { projectId: string; modified: number }[] = [];
  for (const projectId of await namesIn(layer, join(folder, 'journal'))) {
    const { kind, modified } = await layer.facts(journalFolder(place, projectId));
    if (kind === 'folder') found.push({ projectId, modified });
  }
  const newest = found.sort((one, other) => other.modified - one.modified)[0];
  if (newest === undefined) return undefined;
  const copy = await readMarker(layer, join(journalFolder(place, newest.projectId), copyName));
  if (typeof copy === 'object') return copy;
  return { ...newMarker(place, unusedGeneration(place)), projectId: newest.projectId };
}

function newMarker({ now }: ProfilePlace, generation: number): Marker {
  return {
    format: 'ascribe-profile',
    dataVersion,
    projectId: randomUUID(),
    generation,
    createdAt: now().toISOString(),
  };
}

/** A number that no database of this profile can have: the store is then rebuilt from the journal instead of an old one being taken for it. */
function unusedGeneration({ now }: ProfilePlace): number {
  return Math.floor(now().getTime() / 1000);
}
