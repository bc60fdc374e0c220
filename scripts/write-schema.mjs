import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';

// Writes the JSON Schemas of the app's own formats from the zod schemas that the app itself reads and writes with.
const root = join(import.meta.dirname, '..');

/** @param {string} source a module of `src/core/formats` */
async function load(source) {
  const { module } = await runnerImport(join(root, 'src/core/formats', source), {
    configFile: false,
    logLevel: 'warn',
  });
  return module;
}

/** @param {string} name @param {string} json */
function write(name, json) {
  return writeFile(join(root, `resources/${name}.schema.json`), json);
}

const dataset = await load('dataset-json-schema.ts');
await write('ascribe-dataset', dataset.datasetJsonSchema());
const tagSet = await load('tag-set-json-schema.ts');
await write('ascribe-tag-set', tagSet.tagSetJsonSchema());
