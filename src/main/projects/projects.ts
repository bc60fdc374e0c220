import { join } from 'node:path';
import type { BridgeFailure } from '../../bridge/failure.ts';
import type { ListedProject, ProjectFacts } from '../../bridge/projects.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { projectIdPattern } from '../../core/profile/marker.ts';
import { readFailure, writeFailure } from '../disk/file-failure.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { namesIn } from '../disk/remove-temporaries.ts';
import type { Log } from '../log/log.ts';
import type { Outgoing } from '../outgoing/outgoing-files.ts';
import { NewerProject, type Profile } from '../profile/profile.ts';
import { readAbout, writeAbout } from './project-about.ts';
import type { ProjectDrafts } from './project-drafts.ts';

type Nothing = Result<Record<string, never>, BridgeFailure>;

interface ProjectsDeps {
  readonly layer: FileLayer;
  readonly profile: Profile;
  readonly drafts: ProjectDrafts;
  readonly now: () => Date;
  readonly log: Log;
}

/** The projects of this profile. None is ever removed: a project in the trash is marked, and lies where it lay. */
export class Projects {
  readonly #deps: ProjectsDeps;
  /** Facts are read, changed and written one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: ProjectsDeps) {
    this.#deps = deps;
    if (deps.profile.readOnly === null) {
      deps.drafts.sweep().catch((error) => deps.log.warning(`projects: ${error}`));
    }
  }

  async list(): Promise<Result<{ projects: ListedProject[] }, BridgeFailure>> {
    const { layer, profile } = this.#deps;
    try {
      const projects: ListedProject[] = [];
      for (const id of await this.#ids()) {
        const about = await readAbout(layer, profile.folderOf(id));
        const facts = about?.facts ?? { name: 'Project without a name', articles: 0, annotations: 0 };
        const openedAt = about?.openedAt ?? null;
        projects.push({ id, ...facts, openedAt, trashedAt: about?.trashedAt ?? null });
      }
      return success({ projects });
    } catch (error) {
      return failure(readFailure(error, 'journal'));
    }
  }

  /** True when there is a project of that id, in the trash or not. */
  async has(projectId: string): Promise<boolean> {
    return (await this.#ids()).includes(projectId);
  }

  /** Keeps what lists show of the open project. */
  describe(projectId: string, facts: ProjectFacts): Promise<Nothing> {
    return this.#changing(async () => {
      if (projectId !== this.#deps.profile.projectId) return failure(unknownProject);
      const openedAt = this.#deps.now().toISOString();
      await writeAbout(this.#deps.layer, this.#deps.profile.folderOf(projectId), {
        facts,
        openedAt,
        trashedAt: null,
      });
      return success({});
    });
  }

  async begin(): Promise<Result<{ projectId: string; snapshot: Outgoing }, BridgeFailure>> {
    const { readOnly } = this.#deps.profile;
    if (readOnly !== null) return failure({ code: 'read-only', message: readOnly });
    try {
      return success(await this.#deps.drafts.begin());
    } catch (error) {
      return failure(writeFailure(error, 'new project'));
    }
  }

  create(projectId: string, facts: ProjectFacts): Promise<Nothing> {
    return this.#changing(async () => {
      const { drafts, profile, now, log } = this.#deps;
      if (!(await drafts.finish(projectId, profile.folderOf(projectId), facts, now()))) {
        return failure({
          code: 'refused',
          message: 'The new project was not written whole, so it was not made.',
        });
      }
      log.info(`projects: ${projectId} is new`);
      return success({});
    });
  }

  /** Makes another project the open one. The window is to be loaded anew then. */
  open(projectId: string): Promise<Nothing> {
    return this.#changing(async () => {
      const { profile, layer, log } = this.#deps;
      if (!(await this.has(projectId))) return failure(unknownProject);
      const about = await readAbout(layer, profile.folderOf(projectId));
      if (about !== undefined && about.trashedAt !== null) {
        return failure({
          code: 'refused',
          message: `“${about.facts.name}” is in the trash. Restore it, then open it.`,
        });
      }
      try {
        await profile.switchTo(projectId);
      } catch (error) {
        if (!(error instanceof NewerProject)) throw error;
        return failure({
          code: 'read-only',
          message:
            'That project was last opened by a newer version of Ascribe. To go on working in it, start the newer version.',
        });
      }
      log.info(`projects: ${projectId} is open, generation ${profile.generation}`);
      return success({});
    });
  }

  setTrashed(projectId: string, trashed: boolean): Promise<Nothing> {
    return this.#changing(async () => {
      const { layer, profile, now } = this.#deps;
      if (!(await this.has(projectId))) return failure(unknownProject);
      if (projectId === profile.projectId) {
        return failure({
          code: 'refused',
          message: 'The project that is open cannot be put into the trash. Open another one first.',
        });
      }
      const folder = profile.folderOf(projectId);
      const about = (await readAbout(layer, folder)) ?? {
        facts: { name: 'Project without a name', articles: 0, annotations: 0 },
        openedAt: null,
      };
      await writeAbout(layer, folder, { ...about, trashedAt: trashed ? now().toISOString() : null });
      return success({});
    });
  }

  /** Names of the folders that are projects'. */
  async #ids(): Promise<string[]> {
    const { layer, profile } = this.#deps;
    const ids: string[] = [];
    const parent = profile.projectsFolder;
    for (const name of await namesIn(layer, parent)) {
      if (!projectIdPattern.test(name)) continue;
      if ((await layer.facts(join(parent, name))).kind === 'folder') ids.push(name);
    }
    return ids;
  }

  #changing(change: () => Promise<Nothing>): Promise<Nothing> {
    const { profile, log } = this.#deps;
    const turn = this.#last.then(async (): Promise<Nothing> => {
      if (profile.readOnly !== null) return failure({ code: 'read-only', message: profile.readOnly });
      try {
        return await change();
      } catch (error) {
        log.error(`projects: ${error}`);
        return failure(writeFailure(error, 'project'));
      }
    });
    this.#last = turn;
    return turn;
  }
}

const unknownProject: BridgeFailure = { code: 'refused', message: 'There is no such project here.' };
