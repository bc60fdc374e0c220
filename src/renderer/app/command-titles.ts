import { type CommandDefinition, type CommandId, commands } from '../../bridge/commands.ts';
import type { Tag } from '../../core/model/tag-set.ts';

/** A command's title; those that tag are named for their tag, and are null when the tag set has none at their place. */
export function commandTitle(id: CommandId, tags: readonly Tag[]): string | null {
  const definition: CommandDefinition = commands[id];
  const place = /^annotation\.tag(\d)$/.exec(id)?.[1];
  if (place === undefined) return definition.title;
  const tag = tags[Number(place) - 1];
  return tag === undefined ? null : `Tag as ${tag.name}`;
}
