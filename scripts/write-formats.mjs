import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';

// Writes docs/formats.md from the registry of formats.
const root = join(import.meta.dirname, '..');
const { module } = await runnerImport(join(root, 'src/core/formats/format-table.ts'), {
  configFile: false,
  logLevel: 'warn',
});
await writeFile(join(root, 'docs/formats.md'), module.formatPage());
