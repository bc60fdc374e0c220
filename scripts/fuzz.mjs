// `npm run fuzz -- [--format id,…] [--count N] [--seed N]`: gives the readers of files damaged ones; a failing seed can be given again.
import { join } from 'node:path';
import { coreBundle } from './runtime/core-bundle.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { projectRoot } from './runtime/places.mjs';
import { say } from './runtime/progress.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const { module, outDir } = await coreBundle('fuzz', {
    run: 'bench/fuzz/run.ts',
    'fuzz-thread': 'bench/fuzz/fuzz-thread.ts',
  });
  return module.run(process.argv.slice(2), {
    thread: join(outDir, 'fuzz-thread.js'),
    sharedData: join(projectRoot, '../shared/data'),
    say,
  });
});
