import { resolve } from 'node:path';
import { electronExecutable } from '../../e2e/harness/electron-executable.ts';
import { benchFolder, electronArguments, electronEnvironment, newProfile } from './electron-app.ts';
import type { Part, Plan } from './part.ts';
import { startElectron } from './started-electron.ts';

const projectFolder = resolve(benchFolder, '..');

/** What `npm start` adds to a warm start: the time until Electron is up, with npm, with the script alone, and without either. */
export const startScript: Part = { name: 'start-script', drivesApp: true, measure };

async function measure({ rounds, say, record }: Plan): Promise<void> {
  const profile = newProfile();
  const typed = [`--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  // The first is what the others are compared with.
  const ways = {
    electronAlone: [
      electronExecutable(),
      [...electronArguments(projectFolder, profile), '--remote-debugging-port=0'],
    ],
    startScript: [process.execPath, ['scripts/start.mjs', ...typed]],
    npmStart: ['npm', ['start', '--silent', '--', ...typed]],
  } as const;
  // The script finds the Electron by itself, as it does when a person types the command.
  const { ASCRIBE_ELECTRON: _, ...env } = electronEnvironment();
  for (let round = -1; round < rounds; round++) {
    say(round < 0 ? 'start-script: warm-up' : `start-script: round ${round + 1} of ${rounds}`);
    let aloneMs = 0;
    for (const [contender, [command, args]] of Object.entries(ways)) {
      const electron = await startElectron(command, args, { cwd: projectFolder, env });
      await electron.end();
      if (round < 0) continue;
      const { listeningMs } = electron;
      const reading = { size: '', contender, round };
      record({ ...reading, measure: 'command → Electron is up, ms', value: listeningMs });
      if (contender === 'electronAlone') aloneMs = listeningMs;
      else record({ ...reading, measure: 'added to a warm start, ms', value: listeningMs - aloneMs });
    }
  }
}
