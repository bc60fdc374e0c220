import { needsDisplay, openDisplay } from './display.mjs';
import { describeElectron, electronEnvironment, findElectron } from './electron.mjs';
import { say } from './progress.mjs';
import { sandboxSwitches } from './sandbox.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * What a program that drives the app itself (tests, measurements) needs around it: an Electron, named in
 * `ASCRIBE_ELECTRON`, and a display. Says on stdout which Electron it is.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => void }>}
 */
export async function prepareApp() {
  ensureSystemPackages({ needsDisplay: needsDisplay() });
  const electron = await findElectron();
  sandboxSwitches(electron.executable); // fails where the sandbox cannot be had
  const display = needsDisplay() ? await openDisplay() : undefined;
  if (display) say(`There is no display: drawing on an Xvfb of its own, ${display.env.DISPLAY}.`);
  process.stdout.write(`${describeElectron(electron)}\n`);
  const env = electronEnvironment({ ...display?.env, ASCRIBE_ELECTRON: electron.executable });
  return { env, close: () => display?.close() };
}
