import { resolve } from 'node:path';
import { electronExecutable } from '../../e2e/harness/electron-executable.ts';
import type { Reading } from '../report/reading.ts';
import { benchFolder, electronArguments, electronEnvironment, newProfile } from './electron-app.ts';
import type { Part, Plan } from './part.ts';
import { startElectron } from './started-electron.ts';

const projectFolder = resolve(benchFolder, '..');
const measureName = 'command → Electron is up, ms';

/** What `npm start` adds to a warm start: the time until Electron is up, with npm, with the script alone, and without either. */
export const startScript: Part = { name: 'start-script', drivesApp: true, measure };

async function measure({ rounds, say }: Plan): Promise<Reading[]> {
  const profile = newProfile();
  const typed = [`--user-data-dir=${profile}`, '--remote-debugging-port=0'];
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
  const readings: Reading[] = [];
  for (let round = -1; round < rounds; round++) {
    say(round < 0 ? 'start-script: warm-up' : `start-script: round ${round + 1} of ${rounds}`);
    for (const [contender, [command, args]] of Object.entries(ways)) {
      const electron = await startElectron(command, args, { cwd: projectFolder, env });
      await electron.end();
      if (round < 0) continue;
      readings.push({ measure: measureName, size: '', contender, round, value: electron.listeningMs });
    }
  }
  const added = readings
    .filter(({ contender }) => contender !== 'electronAlone')
    .map((reading) => {
      const alone = readings.find((r) => r.contender === 'electronAlone' && r.round === reading.round);
      return { ...reading, measure: 'added to a warm start, ms', value: reading.value - (alone?.value ?? 0) };
    });
  return [...readings, ...added];
}
