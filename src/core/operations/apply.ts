import type { Identifier } from '../model/identifier.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Conflict } from './article-change.ts';
import { ArticleDraft } from './article-draft.ts';
import { type Change, changesOf, type Operation } from './operation.ts';
import { changeProject } from './project-change.ts';
import { type ArticleState, type ProjectState, untaggedArticle } from './project-state.ts';

/** The project after `operation`: all of its changes, or none and the reason why. */
export function apply(state: ProjectState, operation: Operation): Result<ProjectState, Conflict> {
  const draft = new ProjectDraft(state);
  for (const change of changesOf(operation)) {
    const conflict = draft.make(change);
    if (conflict !== undefined) return failure(conflict);
  }
  return success(draft.done());
}

/** The article that a change touches, or undefined when it is about the project as a whole. */
export function articleIdOf(change: Change): Identifier | undefined {
  switch (change.type) {
    case 'project.update':
    case 'entity.add':
    case 'entity.remove':
    case 'entity.update':
      return undefined;
    case 'article.add':
    case 'article.remove':
      return change.article.record.id;
    case 'article.update':
      return change.after.id;
    case 'article.replace':
      return change.after.record.id;
    case 'span.add':
    case 'span.remove':
      return change.span.articleId;
    case 'span.update':
      return change.after.articleId;
    case 'relation.add':
    case 'relation.remove':
      return change.relation.articleId;
    case 'relation.update':
      return change.after.articleId;
  }
}

/** A project while the changes of one operation are made on it. */
class ProjectDraft {
  readonly #base: ProjectState;
  #project: ProjectState['project'];
  /** Articles that differ from the base; undefined stands for one that is gone. */
  readonly #articles = new Map<Identifier, ArticleDraft | undefined>();

  constructor(base: ProjectState) {
    this.#base = base;
    this.#project = base.project;
  }

  make(change: Change): Conflict | undefined {
    switch (change.type) {
      case 'project.update':
      case 'entity.add':
      case 'entity.remove':
      case 'entity.update': {
        const changed = changeProject(this.#project, change);
        if (!changed.ok) return changed.reason;
        this.#project = changed.value;
        return undefined;
      }
      case 'article.add': {
        const { record, body } = change.article;
        if (this.#article(record.id) !== undefined) {
          return { code: 'exists', id: record.id, message: 'The article is there already.' };
        }
        this.#articles.set(record.id, new ArticleDraft(untaggedArticle(record, body)));
        return undefined;
      }
      case 'article.remove': {
        const { id } = change.article.record;
        const article = this.#article(id);
        if (article === undefined) return { code: 'missing', id, message: 'The article is gone.' };
        if (article.size > 0) return { code: 'in-use', id, message: 'The article has annotations.' };
        this.#articles.set(id, undefined);
        return undefined;
      }
      default: {
        const id = articleIdOf(change) ?? '';
        const article = this.#article(id);
        if (article === undefined) return { code: 'missing', id, message: 'The article is gone.' };
        return article.make(change);
      }
    }
  }

  done(): ProjectState {
    const articles = new Map<Identifier, ArticleState>(this.#base.articles);
    for (const [id, draft] of this.#articles) {
      if (draft === undefined) articles.delete(id);
      else articles.set(id, draft.done());
    }
    return { project: this.#project, articles };
  }

  #article(id: Identifier): ArticleDraft | undefined {
    if (this.#articles.has(id)) return this.#articles.get(id);
    const article = this.#base.articles.get(id);
    if (article === undefined) return undefined;
    const draft = new ArticleDraft(article);
    this.#articles.set(id, draft);
    return draft;
  }
}
