import type { ArticleRecord } from '../../model/article.ts';
import type { Timestamp } from '../../model/identifier.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/** Gives an article another title. */
export function renameArticle(record: ArticleRecord, title: string, now: Timestamp): GestureResult {
  const trimmed = title.trim();
  if (trimmed === '') return refused('not-allowed', 'A title has at least one character.');
  if (trimmed === record.title) return refused('unchanged', 'The title is the same.');
  return update(record, { ...record, title: trimmed, updatedAt: now }, 'rename article');
}

/** Moves an article, with all its annotations, to the trash. */
export function trashArticle(record: ArticleRecord, now: Timestamp): GestureResult {
  if (record.trashedAt !== null) return refused('unchanged', 'The article is in the trash already.');
  return update(record, { ...record, trashedAt: now, updatedAt: now }, 'move article to trash');
}

/** Brings an article back from the trash. */
export function restoreArticle(record: ArticleRecord, now: Timestamp): GestureResult {
  if (record.trashedAt === null) return refused('unchanged', 'The article is not in the trash.');
  return update(record, { ...record, trashedAt: null, updatedAt: now }, 'restore article');
}

function update(before: ArticleRecord, after: ArticleRecord, label: string): GestureResult {
  return done({ type: 'article.update', before, after }, label, null);
}
