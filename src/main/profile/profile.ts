import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  copyName,
  dataVersion,
  type Marker,
  markerName,
  newMarker,
  projectsName,
  unusedGeneration,
} from '../../core/profile/marker.ts';
import { exists, type FileLayer } from '../disk/file-layer.ts';
import { namesIn } from '../disk/remove-temporaries.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import { setAside } from '../journal/set-aside.ts';
import type { Log } from '../log/log.ts';
import { markerBytes, readMarker, readMarkerFile } from './project-marker.ts';

interface ProfilePlace {
  readonly layer: FileLayer;
  readonly folder: string;
  /** Where Chromium keeps the working store. */
  readonly storeFolder: string;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Which project of this profile is open and which of its databases is in use. Kept in a marker file, by which an emptied store is told from a first
 * start, and once more in the project's folder, from which a lost marker is made anew and by which the project is opened again.
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
    const now = place.now();
    const fresh = () => newMarker(randomUUID(), used ? unusedGeneration(now) : 1, now);
    const profile = new Profile(place, rebuilt ?? fresh(), !used);
    await profile.#write();
    return profile;
  }

  get projectId(): string {
    return this.#marker.projectId;
  }

  get generation(): number {
    return this.#marker.generation;
  }

  /** Where every project has its folder, named for its id. */
  get projectsFolder(): string {
    return projectsFolder(this.#place);
  }

  /** Where a project's journal and snapshots lie. */
  folderOf(projectId: string): string {
    return join(this.projectsFolder, projectId);
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
   * From now on another project is the open one. The one before stays as it is, in both its homes.
   * @throws a Node file-system error; the one before is open then
   * @throws {NewerProject}
   */
  async switchTo(projectId: string): Promise<void> {
    const { layer, now } = this.#place;
    const before = this.#marker;
    const copy = await readMarkerFile(layer, join(this.folderOf(projectId), copyName));
    if (typeof copy === 'object' && copy.dataVersion > dataVersion) throw new NewerProject(projectId);
    const known = typeof copy === 'object' && copy.projectId === projectId ? copy : undefined;
    const marker = known ?? newMarker(projectId, unusedGeneration(now()), now());
    try {
      // What is known of the one before must be found by it when it is opened again.
      await this.#writeCopy();
      this.#marker = { ...marker, dataVersion, openedAt: now().toISOString() };
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
    await this.#writeCopy();
    await writeAtomically(this.#place.layer, markerPath(this.#place), markerBytes(this.#marker));
  }

  async #writeCopy(): Promise<void> {
    const { layer } = this.#place;
    const folder = this.folderOf(this.projectId);
    await layer.makeFolder(folder);
    await writeAtomically(layer, join(folder, copyName), markerBytes(this.#marker));
  }
}

/** A newer version of Ascribe has worked in that project. */
export class NewerProject extends Error {
  override readonly name = 'NewerProject';
}

function markerPath({ folder }: ProfilePlace): string {
  return join(folder, markerName);
}

function projectsFolder({ folder }: ProfilePlace): string {
  return join(folder, projectsName);
}

/** The project in the journal folder; where there are several, the one opened last. */
async function markerFromJournal(place: ProfilePlace): Promise<Marker | undefined> {
  const { layer } = place;
  const found: { projectId: string; modified: number; copy: Marker | undefined }[] = [];
  for (const projectId of await namesIn(layer, projectsFolder(place))) {
    const path = join(projectsFolder(place), projectId);
    const { kind, modified } = await layer.facts(path);
    if (kind !== 'folder') continue;
    const copy = await readMarker(layer, join(path, copyName));
    found.push({ projectId, modified, copy: typeof copy === 'object' ? copy : undefined });
  }
  const [last] = found.sort(
    (one, other) => openedTime(other.copy) - openedTime(one.copy) || other.modified - one.modified,
  );
  if (last === undefined) return undefined;
  return last.copy ?? newMarker(last.projectId, unusedGeneration(place.now()), place.now());
}

function openedTime(copy: Marker | undefined): number {
  return copy?.openedAt === undefined ? 0 : Date.parse(copy.openedAt);
}
