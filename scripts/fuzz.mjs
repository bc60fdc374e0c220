// `npm run fuzz -- [--format id,…] [--count N] [--seed N]`: gives the readers of files damaged ones; a failing seed can be given again.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { projectRoot } from './runtime/places.mjs';
import { say } from './runtime/progress.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const { build } = await import('vite');
  const outDir = join(projectRoot, 'out/fuzz');
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
        input: {
          run: join(projectRoot, 'bench/fuzz/run.ts'),
          'fuzz-thread': join(projectRoot, 'bench/fuzz/fuzz-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  const { run } = await import(pathToFileURL(join(outDir, 'run.js')).href);
  return run(process.argv.slice(2), {
    thread: join(outDir, 'fuzz-thread.js'),
    sharedData: join(projectRoot, '../shared/data'),
    say,
  });
});
