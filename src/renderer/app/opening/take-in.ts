import { newArticle } from '../../../core/formats/new-article.ts';
import type { ReadArticle } from '../../../core/formats/read-article.ts';
import type { ArticleRecord } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { restoreArticles } from '../../../core/operations/gestures/change-article.ts';
import type { VersionAnswer } from '../interface-state.ts';
import type { OpeningHost } from './opening-host.ts';

/** What became of one article that was read. `id` is the article to show. */
export type TakenIn =
  | { readonly outcome: 'opened' | 'alreadyOpen'; readonly id: Identifier }
  | { readonly outcome: 'ignored' }
  | { readonly outcome: 'refused' };

/**
 * Takes an article that was read into the project. The same bytes again bring back the article there is, out of the trash if need be; the same file
 * name with other bytes is a new version if `aboutVersion` says so.
 * @param aboutVersion null for text without a file, which has no versions
 */
export async function takeIn(
  host: Pick<OpeningHost, 'records' | 'commit' | 'newId' | 'now'>,
  read: ReadArticle,
  aboutVersion: (() => Promise<Pick<VersionAnswer, 'open'>>) | null,
): Promise<TakenIn> {
  const records = [...host.records()];
  const same = newest(records.filter(({ source }) => source.sha256 === read.source.sha256));
  if (same !== undefined) {
    if (same.trashedAt === null) return { outcome: 'alreadyOpen', id: same.id };
    const restored = restoreArticles([same], host.now());
    if (!restored.ok || !host.commit(restored.value.operation, restored.value.label))
      return { outcome: 'refused' };
    return { outcome: 'alreadyOpen', id: same.id };
  }
  const older =
    aboutVersion === null
      ? undefined
      : newest(
          records.filter(
            ({ source, trashedAt }) => trashedAt === null && source.fileName === read.source.fileName,
          ),
        );
  if (older !== undefined && aboutVersion !== null && !(await aboutVersion()).open)
    return { outcome: 'ignored' };
  const article = newArticle(read, { id: host.newId(), now: host.now(), versionOf: older?.id ?? null });
  const label = `open “${read.source.fileName}”`;
  if (!host.commit({ type: 'article.add', article }, label)) return { outcome: 'refused' };
  return { outcome: 'opened', id: article.record.id };
}

/** Of several, one that is not in the trash, and of those the one that came last. */
function newest(records: readonly ArticleRecord[]): ArticleRecord | undefined {
  return records.findLast(({ trashedAt }) => trashedAt === null) ?? records.at(-1);
}
