import type { Attributes } from '../../core/model/attribute-value.ts';
import type { Fragment } from '../../core/model/fragment.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { tagById } from '../../core/model/tag-set.ts';
import { tagOccurrences } from '../../core/operations/gestures/tag-occurrences.ts';
import { count, grouped } from '../../core/text/number-words.ts';
import type { Application } from './application.ts';
import { byArticle, type ChangedArticles, changeArticles } from './change-articles.ts';

/** A stretch of an article's text, UTF-16 units. */
export interface Place extends Fragment {
  readonly articleId: Identifier;
}

/** Tags places in any articles, in one step. @returns null when nothing could be done. */
export async function tagPlaces(
  app: Application,
  places: readonly Place[],
  tagId: Identifier,
  attributes: Attributes = {},
): Promise<ChangedArticles | null> {
  const tag = tagById(app.workbench.project.getState().project.tagSet, tagId);
  if (tag === undefined) return null;
  const name = tag.name.toLowerCase();
  return changeArticles(
    app,
    byArticle(places),
    (article, inArticle, by) => tagOccurrences(article, inArticle, tag, attributes, by),
    (changed) => (changed === 1 ? `tag ${name}` : `tag ${grouped(changed)} as ${name}`),
  );
}

/** Says how many places were tagged, and how many had the tag already. */
export function tellTagged(app: Application, { changed, skipped }: ChangedArticles): void {
  const passed = skipped === 0 ? '' : ` ${count(skipped, 'place')} had the tag already.`;
  app.notices.inform(`${count(changed, 'place')} tagged.${passed}`);
}
