import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';
import { billOfMaterials } from './bill-of-materials.mjs';
import { letAllRead } from './file-modes.mjs';
import { setFuses } from './fuses.mjs';
import { noticesOf } from './notices.mjs';

/**
 * Makes the folder that is installed: Electron under the app's name, the built app in an archive inside it, and fuses that leave no way around the app.
 * @param {{ executable: string }} electron whose folder is copied
 * @param {string} folder made anew
 * @param {{ name: string, productName: string, version: string, description: string, main: string }} about
 * @returns {Promise<string>} path of the executable
 */
export async function makeAppFolder(electron, folder, about) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await cp(dirname(electron.executable), folder, { recursive: true });
  await rm(join(folder, '.complete'), { force: true });
  await rm(join(folder, 'resources/app'), { recursive: true, force: true });
  await rm(join(folder, 'resources/default_app.asar'), { force: true });
  const executable = join(folder, about.name);
  await rename(join(folder, 'electron'), executable);
  await packApp(join(folder, 'resources/app.asar'), about);
  const bill = await billOfMaterials();
  await writeFile(join(folder, 'sbom.cdx.json'), bill);
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesOf(bill));
  await setFuses(executable);
  await letAllRead(folder);
  // Chromium starts its sandbox through it where the kernel gives no namespaces to users.
  await chmod(join(folder, 'chrome-sandbox'), 0o4755);
  return executable;
}

/** The build has bundled every dependency into `out/`: nothing else is needed. @param {string} archive @param {Parameters<typeof makeAppFolder>[2]} about */
async function packApp(archive, { name, productName, version, description, main }) {
  const { createPackage } = await import('@electron/asar');
  const staging = `${archive}.staging`;
  await mkdir(staging, { recursive: true });
  const left = new Set([join(projectRoot, 'out/bench'), join(projectRoot, 'out/.built-from')]);
  for (const part of ['out', 'resources']) {
    await cp(join(projectRoot, part), join(staging, part), {
      recursive: true,
      filter: (path) => !left.has(path),
    });
  }
  const manifest = { name, productName, version, description, main, type: 'module' };
  await writeFile(join(staging, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await createPackage(staging, archive);
  await rm(staging, { recursive: true });
}
