import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './places.mjs';

/**
 * Bundles programs of `bench/` that use the core, for a plain Node, and loads the first.
 * @param {string} name of their folder in `out/`
 * @param {Readonly<Record<string, string>>} entries name → path from the project’s root
 */
export async function coreBundle(name, entries) {
  const { build } = await import('vite');
  const outDir = join(projectRoot, 'out', name);
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['vitest', 'fast-check'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([entry, path]) => [entry, join(projectRoot, path)]),
        ),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  const [first = ''] = Object.keys(entries);
  return { outDir, module: await import(pathToFileURL(join(outDir, `${first}.js`)).href) };
}
