import type { Identifier } from '../model/identifier.ts';
import { failure, type Result, success } from '../model/result.ts';
import { type ArticleChange, applyToArticle, type Conflict } from './apply-to-article.ts';
import { type Change, changesOf, type Operation } from './operation.ts';
import { type ProjectState, untaggedArticle } from './project-state.ts';

/** The project after `operation`: all of its changes, or none and the reason why. */
export function apply(state: ProjectState, operation: Operation): Result<ProjectState, Conflict> {
  let current = state;
  for (const change of changesOf(operation)) {
    const applied = applyChange(current, change);
    if (!applied.ok) return applied;
    current = applied.value;
  }
  return success(current);
}

/** The article that a change touches, or undefined when it is about the project as a whole. */
export function articleIdOf(change: Change): Identifier | undefined {
  switch (change.type) {
    case 'project.update':
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

function applyChange(state: ProjectState, change: Change): Result<ProjectState, Conflict> {
  switch (change.type) {
    case 'project.update':
      return success({ ...state, project: change.after });
    case 'article.add': {
      const { record, body } = change.article;
      if (state.articles.has(record.id))
        return conflict('exists', record.id, 'The article is there already.');
      return success({
        ...state,
        articles: new Map(state.articles).set(record.id, untaggedArticle(record, body)),
      });
    }
    case 'article.remove': {
      const { id } = change.article.record;
      const article = state.articles.get(id);
      if (article === undefined) return conflict('missing', id, 'The article is gone.');
      if (article.spans.size > 0) return conflict('in-use', id, 'The article has annotations.');
      const articles = new Map(state.articles);
      articles.delete(id);
      return success({ ...state, articles });
    }
    default:
      return changeArticle(state, change);
  }
}

function changeArticle(state: ProjectState, change: ArticleChange): Result<ProjectState, Conflict> {
  const id = articleIdOf(change) ?? '';
  const article = state.articles.get(id);
  if (article === undefined) return conflict('missing', id, 'The article is gone.');
  const applied = applyToArticle(article, change);
  if (!applied.ok) return applied;
  return success({ ...state, articles: new Map(state.articles).set(id, applied.value) });
}

function conflict(code: Conflict['code'], id: Identifier, message: string): Result<ProjectState, Conflict> {
  return failure({ code, id, message });
}
