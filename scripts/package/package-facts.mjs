import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';

/** What package.json says of the app. @returns {{ name: string, productName: string, version: string, description: string, main: string }} */
export function packageFacts() {
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
}
