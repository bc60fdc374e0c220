import { commandName } from '../../bridge/command-name.ts';
import type { CommandId } from '../../bridge/commands.ts';
import { t } from '../../core/messages/translate.ts';
import { isTagKey, tagAtKey } from '../../core/model/tag-keys.ts';
import type { Tag } from '../../core/model/tag-set.ts';

/** A command's title; those that tag are named for their tag, and are null when no tag has their key. */
export function commandTitle(id: CommandId, tags: readonly Tag[]): string | null {
  const key = /^annotation\.tag(\d)$/.exec(id)?.[1];
  if (key === undefined || !isTagKey(key)) return commandName(id);
  const tag = tagAtKey({ tags }, key);
  return tag === undefined ? null : t('commands.tagAs', { tag: tag.name });
}
