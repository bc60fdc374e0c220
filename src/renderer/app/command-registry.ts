import type { CommandId } from '../../bridge/commands.ts';
import type { Application } from './application.ts';
import type { CommandImplementation, Invocation } from './command.ts';

const modules = import.meta.glob<readonly CommandImplementation[]>('./commands/*.ts', {
  eager: true,
  import: 'implementations',
});

/** Every command's implementation, collected from the folder. @throws when two files claim one command. */
export const implementations: ReadonlyMap<CommandId, CommandImplementation> = collect();

function collect(): Map<CommandId, CommandImplementation> {
  const found = new Map<CommandId, CommandImplementation>();
  for (const command of Object.values(modules).flat()) {
    if (found.has(command.id)) throw new Error(`two files implement the command ${command.id}`);
    found.set(command.id, command);
  }
  return found;
}

export function isEnabled(app: Application, id: CommandId): boolean {
  const command = implementations.get(id);
  return command !== undefined && (command.enabled?.(app) ?? true);
}

export function isChecked(app: Application, id: CommandId): boolean {
  return implementations.get(id)?.checked?.(app) ?? false;
}

/** Runs a command if it can be used now. What goes wrong in it is told to the person and to the log. */
export async function runCommand(
  app: Application,
  id: CommandId,
  invocation: Invocation = { alt: false },
): Promise<void> {
  const command = implementations.get(id);
  if (command === undefined || !isEnabled(app, id)) return;
  try {
    await command.run(app, invocation);
  } catch (error) {
    app.reportFault(error);
  }
}
