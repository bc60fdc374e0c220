import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The repository root, which is also the app's folder. */
export const appRoot = resolve(import.meta.dirname, '../..');

let found: string | undefined;

/** The Electron to drive: the one `npm test` names in `ASCRIBE_ELECTRON`, else the one its script finds. */
export function electronExecutable(): string {
  found ??=
    process.env.ASCRIBE_ELECTRON ??
    execFileSync(process.execPath, ['scripts/electron-path.mjs'], { cwd: appRoot, encoding: 'utf8' }).trim();
  return found;
}
