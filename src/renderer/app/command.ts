import type { CommandId } from '../../bridge/commands.ts';
import type { Application } from './application.ts';

/** How a command was given. */
export interface Invocation {
  /** Alt was held: take exactly what is selected. */
  readonly alt: boolean;
}

/** What a command of `bridge/commands.ts` does. Each file of `commands/` exports a list of them as `implementations`. */
export interface CommandImplementation {
  readonly id: CommandId;
  run(app: Application, invocation: Invocation): void | Promise<void>;
  /** Whether it can be used now; always, when left out. */
  enabled?(app: Application): boolean;
  /** Whether it is shown with a tick. */
  checked?(app: Application): boolean;
}
