// `npm run bench-suggest -- [folds] [curve] [novels] [--orders N]`: how suggestions agree with what others annotated, and how that changes with what is learnt.
import { join } from 'node:path';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { projectRoot } from './runtime/places.mjs';
import { say } from './runtime/progress.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

await runCommand(async () => {
  await ensureDependencies();
  // Only now: before, the dependencies need not be there.
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(projectRoot, 'bench/suggest/run.ts'), {
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
  });
  return module.run(process.argv.slice(2), say);
});
