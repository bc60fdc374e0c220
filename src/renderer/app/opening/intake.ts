import { newArticle } from '../../../core/formats/new-article.ts';
import type { ReadArticle } from '../../../core/formats/read-article.ts';
import type { ArticleRecord } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { restoreArticles } from '../../../core/operations/gestures/change-article.ts';
import { type Change, changesOf, operationOf } from '../../../core/operations/operation.ts';
import type { VersionAnswer } from '../interface-state.ts';
import type { OpeningHost } from './opening-host.ts';

/** What becomes of one article that was read. `id` is the article to show. */
export type Taken =
  | { readonly outcome: 'opened' | 'alreadyOpen'; readonly id: Identifier }
  | { readonly outcome: 'ignored' };

/**
 * Gathers the articles that were read from one file, and takes them into the project in one step. The same bytes again bring back the article there is, out
 * of the trash if need be; the same file name with other bytes is a new version if the person says so.
 */
export class Intake {
  readonly #host: Pick<OpeningHost, 'records' | 'commit' | 'newId' | 'now'>;
  readonly #byDigest = new Map<string, ArticleRecord>();
  readonly #byFileName = new Map<string, ArticleRecord>();
  readonly #changes: Change[] = [];

  constructor(host: Pick<OpeningHost, 'records' | 'commit' | 'newId' | 'now'>) {
    this.#host = host;
    for (const record of host.records()) this.#know(record);
  }

  /** @param aboutVersion null for text without a file, which has no versions */
  async add(
    read: ReadArticle,
    aboutVersion: (() => Promise<Pick<VersionAnswer, 'open'>>) | null,
  ): Promise<Taken> {
    const same = this.#byDigest.get(read.source.sha256);
    if (same !== undefined) {
      if (same.trashedAt !== null) this.#restore(same);
      return { outcome: 'alreadyOpen', id: same.id };
    }
    const older = aboutVersion === null ? undefined : this.#byFileName.get(read.source.fileName);
    if (older !== undefined && aboutVersion !== null && !(await aboutVersion()).open)
      return { outcome: 'ignored' };
    const { newId, now } = this.#host;
    const article = newArticle(read, { id: newId(), now: now(), versionOf: older?.id ?? null });
    this.#changes.push({ type: 'article.add', article });
    this.#know(article.record);
    return { outcome: 'opened', id: article.record.id };
  }

  /** Makes the changes, if there are any. False when the project took none of them. */
  commit(label: string): boolean {
    return this.#changes.length === 0 || this.#host.commit(operationOf(this.#changes), label);
  }

  #restore(record: ArticleRecord): void {
    const restored = restoreArticles([record], this.#host.now());
    if (!restored.ok) return;
    for (const change of changesOf(restored.value.operation)) {
      this.#changes.push(change);
      if (change.type === 'article.update') this.#know(change.after);
    }
  }

  /** Of several, one that is not in the trash counts, and of those the one that came last. */
  #know(record: ArticleRecord): void {
    const { sha256, fileName } = record.source;
    const same = this.#byDigest.get(sha256);
    if (same === undefined || same.trashedAt !== null || record.trashedAt === null)
      this.#byDigest.set(sha256, record);
    if (record.trashedAt === null) this.#byFileName.set(fileName, record);
  }
}
