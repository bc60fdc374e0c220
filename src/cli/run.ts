import { type Command, type ExitCode, type Surroundings, UsageError } from './command.ts';

const modules = import.meta.glob<{ readonly command: Command }>('./commands/*.ts', { eager: true });
const commands = Object.values(modules).map(({ command }) => command);

/** Runs a command line. Never throws: what goes wrong is one line on standard error and the exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = args;
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) return noCommand(name, surroundings);
  if (rest.includes('--help') || rest.includes('-h')) {
    for (const line of [usageOf(command), '', command.summary, ...command.help]) surroundings.out(line);
    return 0;
  }
  try {
    return await command.run(rest, surroundings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    surroundings.err(`ascribe ${command.name}: ${reason.split('\n')[0]}`);
    if (!(error instanceof UsageError)) return 1;
    surroundings.err(usageOf(command));
    return 2;
  }
}

function noCommand(name: string | undefined, { out, err }: Surroundings): ExitCode {
  const asked = name === '--help' || name === '-h' || name === 'help';
  const say = asked ? out : err;
  if (!asked && name !== undefined) err(`ascribe: there is no command “${name}”`);
  say('Usage: ascribe COMMAND …');
  say('');
  for (const command of commands) {
    say(`  ${`${command.name} ${command.operands}`.trimEnd()}`);
    say(`      ${command.summary}`);
  }
  say('');
  say('“ascribe COMMAND --help” says more of each.');
  return asked ? 0 : 2;
}

function usageOf({ name, operands }: Command): string {
  return `Usage: ascribe ${name} ${operands}`.trimEnd();
}
