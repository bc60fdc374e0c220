import { resolve } from 'node:path';
import { z } from 'zod';

export const startRequestSchema = z.strictObject({ folder: z.string(), arguments: z.array(z.string()) });

/** What a start was asked to open, and where. It travels to the first instance when there is one. */
export type StartRequest = z.infer<typeof startRequestSchema>;

/**
 * The arguments meant for the app: an unpackaged app's own folder, the first argument that is not a switch, is not among them.
 * @param argv as the process got it, the executable first
 */
export function startRequest(argv: readonly string[], folder: string, isPackaged: boolean): StartRequest {
  const given = argv.slice(1);
  const appFolder = given.findIndex((argument) => !isSwitch(argument));
  const own = isPackaged ? given : appFolder < 0 ? [] : given.slice(appFolder + 1);
  return { folder, arguments: own };
}

/** The files named on a command line, as absolute paths. Switches belong to Chromium; everything after `--` is a file. */
export function filesOf({ folder, arguments: given }: StartRequest): string[] {
  const end = given.indexOf('--');
  const before = end < 0 ? given : given.slice(0, end);
  const after = end < 0 ? [] : given.slice(end + 1);
  return [...before.filter((argument) => argument !== '' && !isSwitch(argument)), ...after].map((path) =>
    resolve(folder, path),
  );
}

function isSwitch(argument: string): boolean {
  return argument.startsWith('-');
}
