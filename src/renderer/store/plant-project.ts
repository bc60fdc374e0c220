import type { ProjectFacts } from '../../bridge/projects.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import { snapshotBytes } from '../../core/snapshot/snapshot-file.ts';
import { readContents } from '../db/read-ledger.ts';
import { spanCount } from './ledger.ts';
import { projectFactsOf } from './project-facts.ts';
import { rebuildStore } from './rebuild.ts';
import { sendFile } from './send-file.ts';
import type { StoreEnvironment } from './store-environment.ts';

/** What a new project is to hold. */
export interface Seed {
  /** Its id is not used: the new project gets one of its own. */
  readonly project: Project;
  readonly articles: AsyncIterable<ArticleState> | Iterable<ArticleState>;
}

/** A project that was made, as it was read back. */
export interface Planted {
  readonly projectId: Identifier;
  readonly name: string;
  /** Those in the trash too. */
  readonly counts: { readonly articles: number; readonly annotations: number; readonly links: number };
}

/** A new project stands as after its first entry. */
const firstSeq = 1;

/**
 * Makes a new project beside the open one, which stays open: first the journal's home, as a snapshot that main puts in place in one step, then a store made
 * from what that snapshot reads. Nothing is left when it fails before there is a project; a project without a store gets one when it is opened.
 * @param check looks at what was read back; its sentence tells what is wrong with it. The project is put into the trash then.
 * @param pause called between pieces, so that the window can draw
 */
export async function plantProject(
  environment: Omit<StoreEnvironment, 'projectId'>,
  seed: Seed,
  check: (planted: Planted) => string | undefined,
  pause: () => Promise<void>,
): Promise<Result<Planted, string>> {
  const { bridge } = environment;
  const begun = await bridge.request('projects.begin', {});
  if (!begun.ok) return failure(begun.reason.message);
  const { projectId, handle } = begun.value;
  const project = { ...seed.project, id: projectId };
  const counting = new Counting(seed.articles);
  const bytes = snapshotBytes({ seq: firstSeq, project, history: [], articles: counting.articles() });
  const sent = await sendFile(bridge, handle, bytes, pause);
  if (!sent.ok) return sent;
  const facts: ProjectFacts = { name: project.name, ...counting.facts };
  const created = await bridge.request('projects.create', { projectId, facts });
  if (!created.ok) return failure(created.reason.message);
  const planted = await buildStore({ ...environment, projectId });
  const fault = planted.ok ? (counting.fault(planted.value) ?? check(planted.value)) : planted.reason;
  if (planted.ok && fault === undefined) return planted;
  await bridge.request('projects.setTrashed', { projectId, trashed: true });
  return failure(fault ?? 'it cannot be read back');
}

/** Makes the new project's working store from its snapshot, and tells what is in it. */
async function buildStore(environment: StoreEnvironment): Promise<Result<Planted, string>> {
  const rebuilt = await rebuildStore(environment, {
    bases: [{ kind: 'snapshot', seq: firstSeq }],
    target: firstSeq,
    memory: [],
    generation: 0,
    acceptLoss: false,
  });
  if (!rebuilt.ok) return rebuilt;
  const { database } = rebuilt.value.store;
  try {
    const contents = await readContents(database);
    if ('kind' in contents) return failure(`its working store is not whole (${contents.kind})`);
    const { project, articles, log } = contents;
    const annotations = articles.reduce((sum, article) => sum + spanCount(article), 0);
    return success({
      projectId: environment.projectId,
      name: project.project.name,
      counts: { articles: articles.length, annotations, links: log.relations },
    });
  } finally {
    database.close();
  }
}

/** Counts articles as they pass. */
class Counting {
  readonly #articles: Seed['articles'];
  readonly #passed: { articles: number; annotations: number; links: number } = {
    articles: 0,
    annotations: 0,
    links: 0,
  };
  #facts = { articles: 0, annotations: 0 };

  constructor(articles: Seed['articles']) {
    this.#articles = articles;
  }

  /** Of what was not in the trash. */
  get facts(): Omit<ProjectFacts, 'name'> {
    return this.#facts;
  }

  async *articles(): AsyncGenerator<ArticleState> {
    for await (const article of this.#articles) {
      this.#passed.articles += 1;
      this.#passed.annotations += article.spans.size;
      this.#passed.links += article.relations.size;
      this.#facts = projectFactsOf(
        [{ record: article.record, annotations: article.spans.size }],
        this.#facts,
      );
      yield article;
    }
  }

  fault({ counts }: Planted): string | undefined {
    const same = (['articles', 'annotations', 'links'] as const).every(
      (kind) => counts[kind] === this.#passed[kind],
    );
    return same ? undefined : 'what was read back is not what was written';
  }
}
