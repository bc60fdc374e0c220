// `npm run bench-formats -- [speed] [tallies] [--rounds N]`: how fast the formats are, and what becomes of real files in them.
import { join } from 'node:path';
import { coreBundle } from './runtime/core-bundle.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { projectRoot } from './runtime/places.mjs';
import { say } from './runtime/progress.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const { module, outDir } = await coreBundle('format-bench', {
    run: 'bench/formats/run.ts',
    main: 'bench/formats/main.ts',
  });
  return module.run(process.argv.slice(2), {
    script: join(outDir, 'main.js'),
    sharedData: join(projectRoot, '../shared/data'),
    say,
  });
});
