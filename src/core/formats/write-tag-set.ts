import type { TagSet } from '../model/tag-set.ts';
import { type TagSetFile, tagSetFormat, tagSetVersion } from './tag-set-schema.ts';

/** The bytes of a tag set's file: JSON that people can read and compare line by line. */
export function tagSetBytes(tagSet: TagSet, name: string): Uint8Array<ArrayBuffer> {
  const { tags, relationTypes } = tagSet;
  const file: TagSetFile = {
    format: tagSetFormat,
    version: tagSetVersion,
    name: name.slice(0, 256),
    tags,
    relationTypes,
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}
