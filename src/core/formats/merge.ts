import type { ArticleRecord } from '../model/article.ts';
import type { Identifier, Timestamp } from '../model/identifier.ts';
import type { Project } from '../model/project.ts';
import { type Change, type Operation, operationOf } from '../operations/operation.ts';
import type { AnnotatedArticle } from './annotated-article.ts';
import type { IncomingProject } from './from-dataset.ts';
import { mergeAnnotations } from './merge-article.ts';
import { mergeProject } from './merge-project.ts';
import type { MergeReport } from './merge-report.ts';
import { jsonContent } from './same-content.ts';
import { mentionedIn } from './to-dataset.ts';

/** The project that a dataset is merged into, wherever it is kept. */
export interface MergeTarget {
  readonly project: Project;
  /** All articles, those in the trash too. */
  readonly records: readonly ArticleRecord[];
  /** Articles that the app itself put there and nobody touched: they make room for a dataset that comes into an otherwise empty project. */
  readonly makingRoom?: readonly Identifier[];
  /** An article of `records` with all that was made on it. */
  article(id: Identifier): Promise<AnnotatedArticle>;
  /** The text of an article of `records` alone. */
  text(id: Identifier): Promise<string>;
  /** Those of the ids that a span or relation of the project has. */
  taken(ids: readonly Identifier[]): Promise<ReadonlySet<Identifier>>;
}

export interface MergePlan {
  /** One operation, so that one undo takes it back; null when there is nothing to do. */
  readonly operation: Operation | null;
  readonly report: MergeReport;
}

/**
 * How a dataset comes into a project. An incoming article is the local one of its id if that has the same text, else the first
 * local one with the same text, else a new one. Local work is never overwritten: see `mergeProject` and `mergeAnnotations`.
 */
export async function planMerge(
  target: MergeTarget,
  incoming: IncomingProject,
  by: { readonly now: Timestamp; readonly newId: () => Identifier },
): Promise<MergePlan> {
  const changes: Change[] = [];
  const counts = {
    articles: { added: 0, merged: 0, unchanged: 0, restored: 0, renamed: 0, removed: 0 },
    spans: { added: 0, alreadyThere: 0, conflicting: 0 },
    relations: { added: 0, alreadyThere: 0 },
  };

  const comingIds = new Set(incoming.articles.map(({ record }) => record.id));
  const makingRoom = new Set(target.makingRoom?.filter((id) => !comingIds.has(id)));
  const records = target.records.filter(({ id }) => !makingRoom.has(id));
  const empty = records.length === 0;
  let { project } = target;
  if (empty && comingIds.size > 0) {
    const leaving = await Promise.all([...makingRoom].map((id) => target.article(id)));
    for (const article of leaving) changes.push(...removal(article));
    // Who speaks in these articles alone goes with them.
    const named = mentionedIn(leaving);
    project = { ...project, entities: project.entities.filter(({ id }) => !named.has(id)) };
    counts.articles.removed = makingRoom.size;
  }

  const merged = mergeProject(project, incoming, empty);
  if (jsonContent(merged.project) !== jsonContent(target.project)) {
    changes.push({ type: 'project.update', before: target.project, after: merged.project });
  }

  const claim = await idClaims(target, incoming, by.newId);
  const matches = new ArticleMatches(target, records);
  const places = await matches.placesOf(incoming.articles, by.newId);
  const restored = new Set<Identifier>();
  for (const article of incoming.articles) {
    const place = places.get(article.record.id);
    if (place === undefined) throw new Error('every incoming article was given a place');
    const local = place.exists ? await target.article(place.id) : undefined;
    const outOfTrash =
      local !== undefined &&
      local.record.trashedAt !== null &&
      article.record.trashedAt === null &&
      !restored.has(place.id);
    if (local === undefined) {
      const { versionOf } = article.record;
      const version = versionOf === null ? null : (places.get(versionOf)?.id ?? versionOf);
      const record = { ...article.record, id: place.id, versionOf: version };
      changes.push({ type: 'article.add', article: { record, body: article.body } });
      counts.articles.added++;
      if (place.id !== article.record.id) counts.articles.renamed++;
    } else if (outOfTrash) {
      const after = { ...local.record, trashedAt: null, updatedAt: by.now };
      changes.push({ type: 'article.update', before: local.record, after });
      restored.add(place.id);
    }
    const here = { id: place.id, spans: local?.spans ?? [], relations: local?.relations ?? [] };
    const annotations = mergeAnnotations(here, article, claim);
    // One at a time: an article may have more spans than a call may have arguments.
    for (const change of annotations.changes) changes.push(change);
    counts.spans.added += annotations.spans.added;
    counts.spans.alreadyThere += annotations.spans.alreadyThere;
    counts.spans.conflicting += annotations.spans.conflicting;
    counts.relations.added += annotations.relations.added;
    counts.relations.alreadyThere += annotations.relations.alreadyThere;
    if (local !== undefined) {
      counts.articles[annotations.changes.length > 0 || outOfTrash ? 'merged' : 'unchanged']++;
    }
  }
  counts.articles.restored = restored.size;
  return {
    operation: changes.length === 0 ? null : operationOf(changes),
    report: { ...counts, ...merged.report },
  };
}

/** Everything of an article, taken away in the order that the rules of operations ask for. */
function removal({ record, body, spans, relations }: AnnotatedArticle): Change[] {
  return [
    ...relations.map((relation): Change => ({ type: 'relation.remove', relation })),
    ...spans.map((span): Change => ({ type: 'span.remove', span })),
    { type: 'article.remove', article: { record, body } },
  ];
}

async function idClaims(target: MergeTarget, { articles }: IncomingProject, newId: () => Identifier) {
  const ids = articles.flatMap(({ spans, relations }) => [...spans, ...relations].map(({ id }) => id));
  const used = new Set(await target.taken(ids));
  return (id: Identifier): Identifier => {
    const free = used.has(id) ? newId() : id;
    used.add(free);
    return free;
  };
}

interface Place {
  readonly id: Identifier;
  /** True when the project has the article. */
  readonly exists: boolean;
}

/** Finds the local articles of the same text. Texts are read only where the lengths are equal. */
class ArticleMatches {
  readonly #target: MergeTarget;
  readonly #byId: ReadonlyMap<Identifier, ArticleRecord>;
  readonly #byLength = new Map<number, ArticleRecord[]>();

  constructor(target: MergeTarget, records: readonly ArticleRecord[]) {
    this.#target = target;
    this.#byId = new Map(records.map((record) => [record.id, record]));
    for (const record of records) {
      const sameLength = this.#byLength.get(record.textLength);
      if (sameLength === undefined) this.#byLength.set(record.textLength, [record]);
      else sameLength.push(record);
    }
  }

  async placesOf(articles: readonly AnnotatedArticle[], newId: () => Identifier) {
    const places = new Map<Identifier, Place>();
    const byText = await this.#byText(articles);
    for (const { record, body } of articles) {
      const local = nearest(record.id, byText.get(body.text) ?? []);
      const id = local ?? (this.#byId.has(record.id) ? newId() : record.id);
      places.set(record.id, { id, exists: local !== undefined });
    }
    return places;
  }

  /** The local articles of each incoming text. Each is read once, however many incoming ones are as long, and none is held on to. */
  async #byText(articles: readonly AnnotatedArticle[]): Promise<ReadonlyMap<string, ArticleRecord[]>> {
    const byText = new Map<string, ArticleRecord[]>();
    for (const { body } of articles) byText.set(body.text, []);
    for (const length of new Set(articles.map(({ body }) => body.text.length))) {
      for (const record of this.#byLength.get(length) ?? []) {
        byText.get(await this.#target.text(record.id))?.push(record);
      }
    }
    return byText;
  }
}

/** The one of the same id first, then those that are not in the trash. */
function nearest(id: Identifier, candidates: readonly ArticleRecord[]): Identifier | undefined {
  const first =
    candidates.find((record) => record.id === id) ??
    candidates.find(({ trashedAt }) => trashedAt === null) ??
    candidates[0];
  return first?.id;
}
