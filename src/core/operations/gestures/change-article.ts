import type { ArticleRecord, ArticleStateName } from '../../model/article.ts';
import type { Timestamp } from '../../model/identifier.ts';
import { type Change, operationOf } from '../operation.ts';
import { done, type GestureResult, refused } from './gesture.ts';

interface Description {
  readonly title?: string;
  readonly note?: string;
  /** Values by key; an empty one takes the key away, keys that are not named stay as they are. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Gives an article another title, another note, other metadata, or several of these in one step. White space around title and note is
 * dropped; an empty note takes the note away.
 */
export function describeArticle(record: ArticleRecord, words: Description, now: Timestamp): GestureResult {
  const title = words.title?.trim() ?? record.title;
  const note = words.note?.trim() ?? record.note;
  if (title === '') return refused('not-allowed', 'A title has at least one character.');
  const metadata = withMetadata(record.metadata, words.metadata ?? {});
  const label = describingLabel(title !== record.title, note !== record.note, metadata !== record.metadata);
  if (label === null) return refused('unchanged', 'All of that is said already.');
  return changeAll([record], (before) => ({ ...before, title, note, metadata }), now, label, '');
}

/** The same metadata, the object itself, when nothing of them changes. */
function withMetadata(
  before: ArticleRecord['metadata'],
  changed: Readonly<Record<string, string>>,
): ArticleRecord['metadata'] {
  const after = { ...before };
  for (const [key, value] of Object.entries(changed)) {
    if (value === '') delete after[key];
    else after[key] = value;
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => before[key] === after[key]) ? before : after;
}

/** Says of articles how far the work on them has come. Those of which it is said already stay as they are. */
export function setArticleState(
  records: readonly ArticleRecord[],
  state: ArticleStateName,
  now: Timestamp,
): GestureResult {
  const others = records.filter((record) => record.state !== state);
  return changeAll(
    others,
    (record) => ({ ...record, state }),
    now,
    `mark ${articleWords(others.length)} as ${stateWords[state]}`,
    'That is their state already.',
  );
}

/** Moves articles, with all their annotations, to the trash. */
export function trashArticles(records: readonly ArticleRecord[], now: Timestamp): GestureResult {
  const there = records.filter(({ trashedAt }) => trashedAt === null);
  return changeAll(
    there,
    (record) => ({ ...record, trashedAt: now }),
    now,
    `move ${articleWords(there.length)} to trash`,
    'It is in the trash already.',
  );
}

/** Brings articles back from the trash, each to where it stood. */
export function restoreArticles(records: readonly ArticleRecord[], now: Timestamp): GestureResult {
  const trashed = records.filter(({ trashedAt }) => trashedAt !== null);
  return changeAll(
    trashed,
    (record) => ({ ...record, trashedAt: null }),
    now,
    `restore ${articleWords(trashed.length)}`,
    'It is not in the trash.',
  );
}

/** How many articles, in the words of an undo step: `article`, `3 articles`. */
export function articleWords(number: number): string {
  return number === 1 ? 'article' : `${number} articles`;
}

/**
 * One operation that changes each of these records.
 * @param unchanged what is said when there are none
 */
export function changeAll(
  records: readonly ArticleRecord[],
  change: (record: ArticleRecord) => ArticleRecord,
  now: Timestamp,
  label: string,
  unchanged: string,
): GestureResult {
  const changes = records.map((before): Change => {
    return { type: 'article.update', before, after: { ...change(before), updatedAt: now } };
  });
  return changes.length === 0 ? refused('unchanged', unchanged) : done(operationOf(changes), label, null);
}

function describingLabel(isRenamed: boolean, isNoted: boolean, isDescribed: boolean): string | null {
  if (isDescribed || (isRenamed && isNoted)) return 'change article details';
  if (isRenamed) return 'rename article';
  return isNoted ? 'edit article note' : null;
}

const stateWords: Readonly<Record<ArticleStateName, string>> = {
  todo: 'to do',
  inProgress: 'in progress',
  done: 'done',
  discuss: 'needing discussion',
};
