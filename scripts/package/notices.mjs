import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';
import { packagesIn } from './bill-of-materials.mjs';

/**
 * The licences of all that is bundled into the app, one behind the other, as most of them ask for.
 * @param {string} bill a bill of materials
 */
export function noticesOf(bill) {
  const parts = packagesIn(bill).map(({ name, version, licences }) => {
    const folder = join(projectRoot, 'node_modules', name);
    const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    const texts = files
      .filter((file) => file.isFile() && /^(licen[cs]e|copying|notice)/i.test(file.name))
      .map((file) => file.name)
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    const heading = `${name} ${version} (${licences.join(', ')})`;
    return `${heading}\n${'-'.repeat(heading.length)}\n\n${texts.join('\n\n') || 'Its package has no text of the licence.'}\n`;
  });
  return `What Ascribe is built with, beside Electron and Chromium, whose licences lie beside this file.\n\nThe gazetteer is made of data of GeoNames (https://www.geonames.org), licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/): towns were selected, their columns and names shortened.\n\n${parts.join('\n\n')}`;
}
