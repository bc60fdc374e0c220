import type { ArticleRecord } from '../../core/model/article.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import type { Conflict } from '../../core/operations/article-change.ts';
import { type Change, changesOf, type Operation } from '../../core/operations/operation.ts';
import { changeProject } from '../../core/operations/project-change.ts';
import type { ArticleSummary } from './workbench-state.ts';

/**
 * The whole project but for texts and annotations: what is always in memory. It is the truth for the articles' rows in the
 * store, which are copies of it. An immutable value.
 */
export interface Ledger {
  readonly project: Project;
  readonly articles: ReadonlyMap<Identifier, ArticleSummary>;
  readonly relations: number;
  readonly nextOrder: number;
}

/** The ledger of a project in which nothing was done yet. */
export function emptyLedger(project: Project): Ledger {
  return { project, articles: new Map(), relations: 0, nextOrder: 1 };
}

/** The ledger after an operation, or why the operation does not fit. Annotations are only counted. */
export function ledgerAfter(ledger: Ledger, operation: Operation): Result<Ledger, Conflict> {
  const after = ledgerAfterAll(ledger, [operation]);
  return after.ok ? after : failure(after.reason.conflict);
}

/** The first of several operations that does not fit, and why. */
interface Misfit {
  readonly index: number;
  readonly conflict: Conflict;
}

/** The ledger after operations that follow each other. The list of articles is copied once for all of them. */
export function ledgerAfterAll(ledger: Ledger, operations: readonly Operation[]): Result<Ledger, Misfit> {
  let articles = new Map(ledger.articles);
  let isSorted = true;
  let { project, relations, nextOrder } = ledger;
  for (const [index, operation] of operations.entries()) {
    for (const change of changesOf(operation)) {
      const conflict = make(change);
      if (conflict !== undefined) return failure({ index, conflict });
    }
  }
  if (!isSorted) articles = new Map([...articles].sort(([, a], [, b]) => a.order - b.order));
  return success({ ...ledger, project, articles, relations, nextOrder });

  function make(change: Change): Conflict | undefined {
    switch (change.type) {
      case 'project.update':
      case 'entity.add':
      case 'entity.remove':
      case 'entity.update': {
        const changed = changeProject(project, change);
        if (!changed.ok) return changed.reason;
        project = changed.value;
        return undefined;
      }
      case 'article.add':
        return add(change.article.record);
      case 'article.remove':
        return remove(change.article.record.id);
      case 'article.update':
        return put(change.after);
      case 'article.replace':
        return put(change.after.record);
      case 'span.add':
        return count(change.span.articleId, [change.span.tag, 1]);
      case 'span.remove':
        return count(change.span.articleId, [change.span.tag, -1]);
      case 'span.update':
        return count(change.after.articleId, [change.before.tag, -1], [change.after.tag, 1]);
      case 'relation.add':
        relations += 1;
        return count(change.relation.articleId);
      case 'relation.remove':
        relations -= 1;
        return count(change.relation.articleId);
      case 'relation.update':
        return count(change.after.articleId);
    }
  }

  function add(record: ArticleRecord): Conflict | undefined {
    if (articles.has(record.id)) {
      return { code: 'exists', id: record.id, message: 'The article is there already.' };
    }
    const listed = listedAfter(nextOrder, record);
    if (listed.order < nextOrder - 1) isSorted = false;
    articles.set(record.id, { record, counts: {}, order: listed.order });
    nextOrder = listed.nextOrder;
    return undefined;
  }

  function remove(id: Identifier): Conflict | undefined {
    const article = articles.get(id);
    if (article === undefined) return gone(id);
    if (spanCount(article) > 0) return { code: 'in-use', id, message: 'The article has annotations.' };
    articles.delete(id);
    return undefined;
  }

  function put(record: ArticleRecord): Conflict | undefined {
    const article = articles.get(record.id);
    if (article === undefined) return gone(record.id);
    const order = record.position ?? article.order;
    if (order !== article.order) isSorted = false;
    nextOrder = Math.max(nextOrder, Math.floor(order) + 1);
    articles.set(record.id, { ...article, record, order });
    return undefined;
  }

  function count(
    id: Identifier,
    ...steps: readonly (readonly [tag: Identifier, by: number])[]
  ): Conflict | undefined {
    const article = articles.get(id);
    if (article === undefined) return gone(id);
    // A new value also when no number changes: who looks for what was touched compares values.
    articles.set(id, { ...article, counts: counted(article.counts, steps) });
    return undefined;
  }
}

/**
 * Where an article that arrives stands in the list: where somebody moved it once, else behind all others.
 * @param nextOrder a whole number above every place that is taken.
 */
export function listedAfter(
  nextOrder: number,
  { position }: Pick<ArticleRecord, 'position'>,
): { readonly order: number; readonly nextOrder: number } {
  const order = position ?? nextOrder;
  return { order, nextOrder: Math.max(nextOrder, Math.floor(order) + 1) };
}

/** How many spans an article has. */
export function spanCount(article: ArticleSummary): number {
  return Object.values(article.counts).reduce((sum, n) => sum + n, 0);
}

/** Tags without spans are left out, so that equal articles have equal counts. */
function counted(
  counts: Readonly<Record<Identifier, number>>,
  steps: readonly (readonly [tag: Identifier, by: number])[],
): Record<Identifier, number> {
  const numbers = new Map(Object.entries(counts));
  for (const [tag, by] of steps) numbers.set(tag, (numbers.get(tag) ?? 0) + by);
  return Object.fromEntries([...numbers].filter(([, n]) => n !== 0));
}

function gone(id: Identifier): Conflict {
  return { code: 'missing', id, message: 'The article is gone.' };
}
