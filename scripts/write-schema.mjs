import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';

// Writes the JSON Schema of the native dataset from the zod schemas that the app itself reads and writes with.
const root = join(import.meta.dirname, '..');
const { module } = await runnerImport(join(root, 'src/core/formats/dataset-json-schema.ts'), {
  configFile: false,
  logLevel: 'warn',
});
await writeFile(join(root, 'resources/ascribe-dataset.schema.json'), module.datasetJsonSchema());
