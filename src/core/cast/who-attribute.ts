import type { Identifier } from '../model/identifier.ts';
import { entityAttribute } from '../model/known-attributes.ts';
import { type TagSet, tagById } from '../model/tag-set.ts';

/** Tags whose spans may speak: those at which a `says` relation may begin. */
export function speakerTags({ relationTypes }: Pick<TagSet, 'relationTypes'>): readonly Identifier[] {
  return relationTypes.find(({ id }) => id === 'says')?.from ?? [];
}

/**
 * The attribute by which spans of a tag name somebody of the cast: the tag's own of that type (`entity` before others), and `entity` for every speaker,
 * whatever the tag set says, for what speaks is somebody. Undefined for other tags.
 */
export function whoAttribute(tagSet: TagSet, tagId: Identifier): Identifier | undefined {
  const own = tagById(tagSet, tagId)?.attributes.filter(({ type }) => type === 'entity') ?? [];
  if (own.some(({ id }) => id === entityAttribute)) return entityAttribute;
  return own[0]?.id ?? (speakerTags(tagSet).includes(tagId) ? entityAttribute : undefined);
}

/** Whether spans of a tag name somebody of the cast by the attribute that is found across the project. */
export function namesEntity(tagSet: TagSet, tagId: Identifier): boolean {
  return whoAttribute(tagSet, tagId) === entityAttribute;
}
