import { defaultTagSet, type RelationType, type Tag } from '../model/tag-set.ts';
import type { DatasetRelationType, DatasetTag } from './dataset-schema.ts';

/** Colours for tags that bring none, each with 4.5:1 on the light and on the dark page, in the order in which they are given out. */
export const spareColours: readonly Tag['colour'][] = [
  { light: '#6d4bb8', dark: '#b9a2f2' },
  { light: '#a8362f', dark: '#f0988f' },
  { light: '#0a6f7d', dark: '#62c3d2' },
  { light: '#5c6b00', dark: '#b7c65a' },
  { light: '#8a4a1f', dark: '#dfa578' },
  { light: '#465a8c', dark: '#9db2e6' },
];
const spareMarks: readonly Tag['mark'][] = ['double', 'wavy', 'solid', 'dotted', 'dashed'];

/** A tag with everything that a dataset may leave out: as the default tag set has it, else a spare colour and mark, and no key. */
export function completeTag(tag: DatasetTag, place: number): Tag {
  const known = defaultTagSet.tags.find(({ id }) => id === tag.id);
  const colour = spareColours[place % spareColours.length] ?? { light: '#000000', dark: '#ffffff' };
  return {
    id: tag.id,
    name: tag.name,
    key: tag.key ?? known?.key ?? '',
    mark: tag.mark ?? known?.mark ?? spareMarks[place % spareMarks.length] ?? 'solid',
    colour: tag.colour ?? known?.colour ?? colour,
    guideline: tag.guideline ?? known?.guideline ?? '',
    examples: tag.examples ?? known?.examples ?? [],
    attributes: tag.attributes ?? known?.attributes ?? [],
  };
}

/** A relation type with everything that a dataset may leave out; its ends as the default tag set has them, else the tags at which it was seen. */
export function completeRelationType(
  type: DatasetRelationType,
  seen: { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string> } | undefined,
): RelationType {
  const known = defaultTagSet.relationTypes.find(({ id }) => id === type.id);
  return {
    id: type.id,
    name: type.name ?? known?.name ?? type.id,
    from: type.from ?? known?.from ?? [...(seen?.from ?? [])],
    to: type.to ?? known?.to ?? [...(seen?.to ?? [])],
  };
}
