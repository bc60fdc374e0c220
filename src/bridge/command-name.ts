import { t } from '../core/messages/translate.ts';
import type { CommandId } from './commands.ts';

/** What a command is called in the language in force, tags aside. */
export function commandName(id: CommandId): string {
  return t(`commands.${id}`);
}
