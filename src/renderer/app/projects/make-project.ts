import { newProject } from '../../../core/operations/new-project.ts';
import type { Planted, Seed } from '../../store/plant-project.ts';
import type { Application } from '../application.ts';
import { openProject } from './open-project.ts';

/** Makes an empty project and opens it. Its annotators are those of the open one. */
export async function makeProject(app: Application, name: string): Promise<void> {
  const { annotators } = app.workbench.project.getState().project;
  const project = { ...newProject('new', new Date().toISOString()), name, annotators: [...annotators] };
  const planted = await app.projects.plant({ project, articles: [] }, () => undefined);
  if (!planted.ok) {
    app.notices.warn(`“${name}” was not made: ${planted.reason}`);
    return;
  }
  await openProject(app, planted.value.projectId);
}

/** Copies the project as it stands now into a new one, and offers to open it. What can be undone here cannot be undone there. */
export async function duplicateProject(app: Application, name: string): Promise<void> {
  const { project, articles } = await app.workbench.snapshot();
  const now = new Date().toISOString();
  const seed = { project: { ...project, name, createdAt: now }, articles };
  const total = app.workbench.project.getState().articles.size;
  const planted = await plantWatched(app, seed, { label: `Copying “${project.name}”`, total });
  if (planted === undefined) return;
  app.interface.setState({ dialog: { kind: 'projectReady', planted, how: 'copied' } });
}

/**
 * Makes a project while its progress is shown.
 * @returns undefined when it was cancelled or failed, which the person was told
 */
export async function plantWatched(
  app: Application,
  seed: Seed,
  { label, total }: { readonly label: string; readonly total: number },
  check: (planted: Planted) => string | undefined = () => undefined,
): Promise<Planted | undefined> {
  let cancelled = false;
  const cancel = () => {
    cancelled = true;
  };
  const show = (done: number) => app.interface.setState({ progress: { label, done, total, cancel } });
  async function* watched() {
    let done = 0;
    for await (const article of seed.articles) {
      if (cancelled) throw new Cancelled();
      yield article;
      done += 1;
      show(done);
    }
  }
  show(0);
  try {
    const planted = await app.projects.plant({ ...seed, articles: watched() }, check);
    if (planted.ok) return planted.value;
    app.notices.warn(`“${seed.project.name}” was not made: ${planted.reason}`);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    app.notices.inform(`Cancelled: “${seed.project.name}” was not made.`);
  } finally {
    app.interface.setState({ progress: null });
  }
  return undefined;
}

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
