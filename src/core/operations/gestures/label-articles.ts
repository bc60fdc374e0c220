import type { ArticleRecord } from '../../model/article.ts';
import type { Timestamp } from '../../model/identifier.ts';
import { articleWords, changeAll } from './change-article.ts';
import { type GestureResult, refused } from './gesture.ts';

/** Longest label, UTF-16 units: the article's schema says so. */
const longestLabel = 128;

/** Puts a label on articles, behind those that they have. */
export function addLabel(records: readonly ArticleRecord[], label: string, now: Timestamp): GestureResult {
  const name = label.trim();
  if (name === '') return refused('not-allowed', 'A label has at least one character.');
  if (name.length > longestLabel) {
    return refused('not-allowed', `A label has at most ${longestLabel} characters.`);
  }
  const without = records.filter(({ labels }) => !labels.includes(name));
  return changeAll(
    without,
    (record) => ({ ...record, labels: [...record.labels, name] }),
    now,
    `label ${articleWords(without.length)} “${name}”`,
    'The label is there already.',
  );
}

/** Takes a label off articles. */
export function removeLabel(records: readonly ArticleRecord[], label: string, now: Timestamp): GestureResult {
  const labelled = records.filter(({ labels }) => labels.includes(label));
  return changeAll(
    labelled,
    (record) => ({ ...record, labels: record.labels.filter((name) => name !== label) }),
    now,
    `remove label “${label}”`,
    'There is no such label.',
  );
}
