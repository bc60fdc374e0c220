import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';

// Writes the table of keys in the README from the list of commands that menu, palette and key handling read.
const root = join(import.meta.dirname, '..');
/** @param {string} path */
async function read(path) {
  const { module } = await runnerImport(join(root, path), { configFile: false, logLevel: 'warn' });
  return module;
}
const { commands } = await read('src/bridge/commands.ts');
const { commandName } = await read('src/bridge/command-name.ts');
const rows = Object.entries(commands).flatMap(([id, { menu, keys = [] }]) => {
  if (keys.length === 0) return [];
  const shown = keys.map((/** @type {string} */ key) => `\`${key.replace('CmdOrCtrl', 'Ctrl')}\``).join(', ');
  return [`| ${menu} | ${commandName(id)} | ${shown} |`];
});
const table = ['| menu | command | keys |', '| --- | --- | --- |', ...rows].join('\n');
const file = join(root, 'README.md');
const readme = await readFile(file, 'utf8');
const between = /(<!-- keys:.*?-->\n\n).*?(\n\n<!-- \/keys -->)/s;
if (!between.test(readme)) throw new Error('README.md has no place for the keys');
await writeFile(
  file,
  readme.replace(between, (_all, before, after) => `${before}${table}${after}`),
);
