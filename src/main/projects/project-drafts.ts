import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { ProjectFacts } from '../../bridge/projects.ts';
import { copyName, newMarker } from '../../core/profile/marker.ts';
import { AtomicFile, syncFolder } from '../disk/atomic-file.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { namesIn } from '../disk/remove-temporaries.ts';
import { privateMode, writeAtomically } from '../disk/write-atomically.ts';
import { listSnapshots, snapshotIsWhole, snapshotPath } from '../journal/snapshot.ts';
import type { Outgoing } from '../outgoing/outgoing-files.ts';
import { markerBytes } from '../profile/project-marker.ts';
import { writeAbout } from './project-about.ts';

/** A new project holds one snapshot, as if it came after its first entry. */
const firstSeq = 1;

/**
 * Projects that are being made, in a folder of their own: one comes among the others whole, by a single rename, or not at all. What was begun
 * and not finished was never shown to anybody, and is removed at the next start.
 */
export class ProjectDrafts {
  readonly #layer: FileLayer;
  readonly #folder: string;
  readonly #begun = new Set<string>();

  constructor(layer: FileLayer, profileFolder: string) {
    this.#layer = layer;
    this.#folder = join(profileFolder, 'project-drafts');
  }

  /** @throws a Node file-system error */
  async begin(): Promise<{ readonly projectId: string; readonly snapshot: Outgoing }> {
    const projectId = randomUUID();
    const folder = join(this.#folder, projectId);
    await this.#layer.makeFolder(folder);
    const file = await AtomicFile.create(this.#layer, AtomicFile.temporaryPath(folder), privateMode);
    this.#begun.add(projectId);
    const target = ({ sha256 }: { readonly sha256: string }) => snapshotPath(folder, firstSeq, sha256);
    return { projectId, snapshot: { file, name: 'new project', target } };
  }

  /**
   * Makes a project of a draft whose snapshot was committed.
   * @param home the folder that it is to have
   * @returns false when there is no such draft, or its snapshot is not whole: nothing was made then
   * @throws a Node file-system error; nothing was made then, or all of it
   */
  async finish(projectId: string, home: string, facts: ProjectFacts, now: Date): Promise<boolean> {
    if (!this.#begun.has(projectId)) return false;
    const folder = join(this.#folder, projectId);
    const [snapshot] = listSnapshots(folder, await namesIn(this.#layer, folder));
    if (snapshot === undefined || !(await snapshotIsWhole(this.#layer, snapshot))) return false;
    await writeAbout(this.#layer, folder, { facts, openedAt: null, trashedAt: null });
    // Not opened yet: a lost marker of the profile is not to be made from this one.
    const { openedAt: _, ...marker } = newMarker(projectId, 1, now);
    await writeAtomically(this.#layer, join(folder, copyName), markerBytes(marker));
    await this.#layer.makeFolder(dirname(home));
    await this.#layer.rename(folder, home);
    this.#begun.delete(projectId);
    await syncFolder(this.#layer, dirname(home));
    return true;
  }

  /** Removes what an earlier process left unfinished. */
  async sweep(): Promise<void> {
    for (const name of await namesIn(this.#layer, this.#folder)) {
      if (!this.#begun.has(name)) await this.#layer.removeFolder(join(this.#folder, name));
    }
  }
}
