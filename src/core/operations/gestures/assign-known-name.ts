import { mentionsIn } from '../../cast/article-mentions.ts';
import { entitiesNamed, nameTokens } from '../../cast/entity-names.ts';
import { pronounKind } from '../../cast/pronouns.ts';
import { namesEntity } from '../../cast/who-attribute.ts';
import type { Entity } from '../../model/entity.ts';
import { entityAttribute, entityOf } from '../../model/known-attributes.ts';
import type { TagSet } from '../../model/tag-set.ts';
import type { ArticleState } from '../project-state.ts';
import { done, type GestureResult } from './gesture.ts';

/**
 * The gesture that tags a span, with the span assigned at once when it can be only one: its words are exactly a name or alias of one member of the cast,
 * and either more than one word or somebody whom this article mentions already. Every name was confirmed by a person, the card shows it, and one
 * undo takes back both. A single word that is new to the article ("Lee") could be anybody of that name: it is only proposed.
 */
export function withKnownName(
  result: GestureResult,
  article: ArticleState,
  cast: readonly Entity[],
  tagSet: TagSet,
): GestureResult {
  if (!result.ok || result.value.operation.type !== 'span.add') return result;
  const { span } = result.value.operation;
  if (!namesEntity(tagSet, span.tag) || entityOf(span) !== undefined) return result;
  if (pronounKind(span.quote) !== undefined) return result;
  const [entity, ...others] = entitiesNamed(cast, span.quote);
  if (entity === undefined || others.length > 0) return result;
  const isTelling =
    nameTokens(span.quote).length > 1 ||
    mentionsIn(article.spans).some((mention) => mention.entity === entity.id);
  if (!isTelling) return result;
  const attributes = { ...span.attributes, [entityAttribute]: entity.id };
  const { label, current } = result.value;
  return done({ type: 'span.add', span: { ...span, attributes } }, label, current);
}
