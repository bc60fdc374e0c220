import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../../src/core/operations/apply.ts';
import { changesOf, type Operation } from '../../../src/core/operations/operation.ts';
import type { ArticleState, ProjectState } from '../../../src/core/operations/project-state.ts';
import type { Workbench } from '../../../src/renderer/store/workbench.ts';
import { emptyProject, operationSequence } from '../../core/arbitraries/operation-sequence.ts';
import { newEngine, Profile } from '../fakes/project.ts';

/** All that a project is, in a form that can be compared: no order but that of articles and spans. */
async function contentsOf(workbench: Workbench) {
  const { articles, history, project } = workbench.project.getState();
  const states = new Map<string, ArticleState>();
  for (const id of articles.keys()) states.set(id, await workbench.readArticle(id));
  return {
    project,
    history,
    counts: [...articles].map(([id, { counts }]) => [id, counts]),
    ...comparable(states),
  };
}

function comparable(articles: ReadonlyMap<string, ArticleState>) {
  return {
    articles: [...articles].map(([id, { record, body, spans, relations }]) => ({
      id,
      record,
      body,
      spans: spans.ordered,
      relations: new Map(relations),
    })),
  };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The window, and beside it the slow and plain model that it is compared with. */
class Player {
  readonly #workbench: Workbench;
  #model: ProjectState;
  /** The model before each step. */
  readonly #before: ProjectState[] = [];

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
    this.#model = emptyProject;
  }

  /** Begins with that state, which has no annotations. */
  async begin({ project, articles }: ProjectState): Promise<void> {
    const before = this.#workbench.project.getState().project;
    await this.play({ type: 'project.update', before, after: project }, false);
    for (const { record, body } of articles.values()) {
      await this.play({ type: 'article.add', article: { record, body } }, false);
    }
    this.#before.length = 0;
  }

  /** Takes the last step back. */
  async undo(): Promise<void> {
    const before = this.#before.pop();
    if (before === undefined) return;
    await this.#workbench.undo();
    this.#model = before;
  }

  get model(): ProjectState {
    return this.#model;
  }

  /** Makes an operation in both, unless it conflicts; then, perhaps, takes it back and makes it again in the window. */
  async play(operation: Operation, isRedone: boolean): Promise<void> {
    const applied = apply(this.#model, operation);
    if (!applied.ok) return;
    if (!(await commit(this.#workbench, operation))) {
      throw new Error('the model made it, the window did not');
    }
    if (isRedone) {
      await this.#workbench.undo();
      await this.#workbench.redo();
    }
    this.#before.push(this.#model);
    this.#model = applied.value;
  }
}

/** An operation on an article is made while it is open, as people make them. */
async function commit(workbench: Workbench, operation: Operation): Promise<boolean> {
  const { articles } = workbench.project.getState();
  for (const change of changesOf(operation)) {
    const id = 'span' in change ? change.span.articleId : undefined;
    if (id !== undefined && articles.has(id)) await workbench.openArticle(id);
  }
  return workbench.commit(operation, 'do something');
}

const redone = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });

test('the window agrees with the plain model, and a restart or a rebuilding brings back exactly that', async () => {
  await fc.assert(
    fc.asyncProperty(
      operationSequence,
      redone,
      fc.nat({ max: 30 }),
      async ({ start, operations }, isRedone, cut) => {
        const profile = new Profile();
        const { workbench } = await profile.start();
        const player = new Player(workbench);
        await player.begin(start);
        for (const [i, operation] of operations.entries()) {
          await player.play(operation, isRedone[i] ?? false);
          if (i !== cut) continue;
          await workbench.whenSaved(5_000);
          await profile.snapshot();
        }
        for (let i = cut % 4; i > 0; i--) await player.undo();
        await workbench.whenSaved(5_000);
        const before = await contentsOf(workbench);
        expect(before.project).toEqual(player.model.project);
        // An article that comes back by undo stands at the end of the list, so the order is not compared here; below it is.
        expect(byId(before.articles)).toEqual(byId(comparable(player.model.articles).articles));

        const restarted = (await profile.start()).workbench;
        expect(await contentsOf(restarted)).toEqual(before);

        profile.engine = newEngine();
        const rebuilt = (await profile.start()).workbench;
        expect(await contentsOf(rebuilt)).toEqual(before);
      },
    ),
    { numRuns: Number(process.env.RESTORING_RUNS ?? 60) },
  );
});

test('after a rebuilding from a snapshot every step can still be taken back', async () => {
  await fc.assert(
    fc.asyncProperty(operationSequence, redone, async ({ start, operations }, isRedone) => {
      const profile = new Profile();
      const { workbench } = await profile.start();
      const player = new Player(workbench);
      await player.begin(start);
      for (const [i, operation] of operations.entries()) await player.play(operation, isRedone[i] ?? false);
      await workbench.whenSaved(5_000);
      await profile.snapshot();
      expect(profile.disk.journal).toEqual([]);
      profile.engine = newEngine();
      const rebuilt = (await profile.start()).workbench;
      const steps = rebuilt.project.getState().history.undo.length;
      expect(steps).toBe(workbench.project.getState().history.undo.length);
      for (let i = 0; i < steps; i++) await rebuilt.undo();
      expect(rebuilt.project.getState().history.undo).toEqual([]);
      expect(rebuilt.project.getState().articles.size).toBe(0);
      await rebuilt.whenSaved(5_000);
    }),
    { numRuns: Number(process.env.RESTORING_RUNS ?? 30) },
  );
});
