import { type CommandDefinition, type CommandId, commands } from '../../bridge/commands.ts';
import { isTagKey, tagAtKey } from '../../core/model/tag-keys.ts';
import type { Tag } from '../../core/model/tag-set.ts';

/** A command's title; those that tag are named for their tag, and are null when no tag has their key. */
export function commandTitle(id: CommandId, tags: readonly Tag[]): string | null {
  const definition: CommandDefinition = commands[id];
  const key = /^annotation\.tag(\d)$/.exec(id)?.[1];
  if (key === undefined || !isTagKey(key)) return definition.title;
  const tag = tagAtKey({ tags }, key);
  return tag === undefined ? null : `Tag as ${tag.name}`;
}
