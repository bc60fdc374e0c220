import type { z } from 'zod';
import { readablePair } from '../colour/tag-colours.ts';
import { failure, type Result, success } from '../model/result.ts';
import { isTagKey } from '../model/tag-keys.ts';
import type { RelationType, Tag, TagSet } from '../model/tag-set.ts';
import {
  type DatasetRelationType,
  type DatasetTag,
  datasetFormat,
  datasetRelationTypeSchema,
  datasetTagSchema,
} from './dataset-schema.ts';
import type { SourceFile } from './format.ts';
import { type FormatFailure, unreadable } from './format-failure.ts';
import { nameOf, parseItem } from './json-item.ts';
import { outlineOf } from './json-outline.ts';
import { completeRelationType, completeTag } from './tag-defaults.ts';
import { tagSetFormat, tagSetVersion } from './tag-set-schema.ts';

/** A tag set that was read, and what of it is not as the file has it, a sentence each. */
export interface TagSetReading {
  readonly tagSet: TagSet;
  readonly notes: readonly string[];
}

/**
 * Reads a tag set's file, or the tag set of a native dataset. Fails where anything in it is not what it should be, since a tag set that lacks a tag without a word
 * is of no use; keys that are taken and colours that cannot be read are mended, and the notes say so.
 */
export function readTagSet(file: SourceFile): Result<TagSetReading, FormatFailure> {
  if (file.bytes.length === 0) return unreadable('empty', `“${file.name}” is empty.`);
  const members = membersOf(file);
  if (!members.ok) return members;
  const lists = listsOf(file.name, members.value);
  if (!lists.ok) return lists;
  const tags = itemsOf(file.name, 'tag', datasetTagSchema, lists.value.tags);
  if (!tags.ok) return tags;
  const types = itemsOf(file.name, 'relation type', datasetRelationTypeSchema, lists.value.relationTypes);
  if (!types.ok) return types;
  if (tags.value.length === 0) return damaged(file.name, 'it has no tags');
  return success(settled(tags.value, types.value));
}

/** The members of the file's object that a tag set is made of; others, such as a dataset's articles, are not even parsed. */
function membersOf({ name, bytes }: SourceFile): Result<Readonly<Record<string, unknown>>, FormatFailure> {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const outlined = outlineOf(bytes, { start, end: bytes.length }, []);
  if (!outlined.ok) {
    const { line, reason } = outlined.reason;
    return unreadable('damaged', `“${name}” is not sound JSON: in line ${line}, ${reason}.`, line);
  }
  const values: Record<string, unknown> = {};
  for (const key of ['format', 'version', 'tags', 'relationTypes', 'tagSet']) {
    const range = outlined.value.members.get(key);
    if (range === undefined) continue;
    try {
      const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(range.start, range.end));
      values[key] = JSON.parse(json);
    } catch {
      return unreadable('damaged', `“${name}” is not sound JSON: “${key}” is not UTF-8.`);
    }
  }
  return success(values);
}

interface Lists {
  readonly tags: unknown;
  readonly relationTypes: unknown;
}

function listsOf(
  fileName: string,
  { format, version, tagSet, tags, relationTypes }: Readonly<Record<string, unknown>>,
): Result<Lists, FormatFailure> {
  if (format !== tagSetFormat && format !== datasetFormat) {
    return unreadable(
      'not-a-dataset',
      `“${fileName}” is JSON, but not a tag set: it has no "format": "${tagSetFormat}".`,
    );
  }
  if (typeof version === 'number' && version > tagSetVersion) {
    return unreadable(
      'newer-version',
      `“${fileName}” was made by a newer Ascribe (version ${version}; this one reads version ${tagSetVersion}). Update Ascribe, then try again.`,
    );
  }
  if (version !== tagSetVersion) {
    return unreadable(
      'not-a-dataset',
      `“${fileName}” does not say "version": ${tagSetVersion}, so what it means is not known.`,
    );
  }
  if (format === tagSetFormat) return success({ tags, relationTypes: relationTypes ?? [] });
  if (typeof tagSet !== 'object' || tagSet === null || !('tags' in tagSet)) {
    return damaged(fileName, 'the dataset has no tag set');
  }
  return success({
    tags: tagSet.tags,
    relationTypes: 'relationTypes' in tagSet ? tagSet.relationTypes : [],
  });
}

function itemsOf<Item extends { readonly id: string }>(
  fileName: string,
  noun: string,
  schema: z.ZodType<Item>,
  list: unknown,
): Result<readonly Item[], FormatFailure> {
  if (!Array.isArray(list)) return damaged(fileName, `its ${noun}s are no list`);
  const items: Item[] = [];
  const ids = new Set<string>();
  for (const [i, value] of list.entries()) {
    const parsed = parseItem(schema, value);
    if (!parsed.ok) return damaged(fileName, `${noun} “${nameOf(value, i)}”: ${parsed.reason}`);
    if (ids.has(parsed.value.id)) return damaged(fileName, `two ${noun}s have the id “${parsed.value.id}”`);
    ids.add(parsed.value.id);
    items.push(parsed.value);
  }
  return success(items);
}

function settled(tags: readonly DatasetTag[], types: readonly DatasetRelationType[]): TagSetReading {
  const notes: string[] = [];
  const keys = new Set<string>();
  const complete = tags.map((item, place) => {
    const tag = completeTag(item, place);
    const mended = { ...tag, key: keyOf(tag, keys, notes), colour: readablePair(tag.colour) };
    if (JSON.stringify(mended.colour) !== JSON.stringify(tag.colour)) {
      notes.push(`The colour of “${tag.name}” is changed so that it can be read on both pages.`);
    }
    return mended;
  });
  const known = new Set(complete.map(({ id }) => id));
  return {
    tagSet: { tags: complete, relationTypes: types.map((type) => withKnownEnds(type, known, notes)) },
    notes,
  };
}

function keyOf({ key, name }: Tag, taken: Set<string>, notes: string[]): string {
  if (key === '') return '';
  if (isTagKey(key) && !taken.has(key)) {
    taken.add(key);
    return key;
  }
  notes.push(
    `“${name}” comes without its key ${key}: ${isTagKey(key) ? 'two tags have it' : 'keys are 1 to 9'}.`,
  );
  return '';
}

function withKnownEnds(item: DatasetRelationType, known: ReadonlySet<string>, notes: string[]): RelationType {
  const type = completeRelationType(item, undefined);
  const unknown = [...type.from, ...type.to].filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const names = [...new Set(unknown)].map((id) => `“${id}”`).join(', ');
    notes.push(`The relation “${type.name}” names tags that the tag set does not have: ${names}.`);
  }
  const there = (ids: readonly string[]) => ids.filter((id) => known.has(id));
  return { ...type, from: there(type.from), to: there(type.to) };
}

function damaged(fileName: string, clause: string): { ok: false; reason: FormatFailure } {
  return failure({
    code: 'damaged',
    message: `“${fileName}” cannot be taken in: ${clause}. Nothing has changed.`,
  });
}
