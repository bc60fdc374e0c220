import type { Tag } from './tag-set.ts';

interface Tags {
  readonly tags: readonly Tag[];
}

/** Keys that tag: letters are commands, so that a tag has a digit or none. */
export const tagKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type TagKey = (typeof tagKeys)[number];

export function isTagKey(key: string): key is TagKey {
  return tagKeys.some((known) => known === key);
}

/** The tag that a key stands for: of several that claim it (a dataset of another program) the first. */
export function tagAtKey({ tags }: Tags, key: TagKey): Tag | undefined {
  return tags.find((tag) => tag.key === key);
}

/** The key by which a tag is given; undefined when it has none that works. */
export function workingKey({ tags }: Tags, tag: Tag): TagKey | undefined {
  return isTagKey(tag.key) && tagAtKey({ tags }, tag.key)?.id === tag.id ? tag.key : undefined;
}

/** The first key that no tag has; empty when all are given away. */
export function freeKey({ tags }: Tags): TagKey | '' {
  return tagKeys.find((key) => !tags.some((tag) => tag.key === key)) ?? '';
}
