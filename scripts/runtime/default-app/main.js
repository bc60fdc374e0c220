// Stands where Electron's own default app would: runs the app whose folder is the first argument that is not a switch.
// A module with top-level await, because Electron holds back its `ready` event until such a module has finished.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as electron from 'electron';

/** What Electron's own default app calls, and its types leave out. @typedef {{ setVersion(version: string): void, setAppPath(path: string): void }} Undocumented */
const app = /** @type {Electron.App & Undocumented} */ (electron.app);

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });

const appArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (appArgument === undefined) {
  process.stderr.write('Name the folder of an app to run.\n');
  app.exit(2);
} else {
  const folder = resolve(appArgument);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.name = manifest.productName ?? manifest.name;
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
  if (manifest.version) app.setVersion(manifest.version);
  app.setAppPath(folder);
  const main = createRequire(join(folder, 'package.json')).resolve(join(folder, manifest.main ?? 'index.js'));
  try {
    await import(pathToFileURL(main).href);
  } catch (error) {
    // Electron's own way is a dialog, which nobody sees on a machine without a screen.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  }
}
