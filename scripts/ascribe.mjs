import { join } from 'node:path';
import { ensureBuild } from './runtime/build.mjs';
import { runChild } from './runtime/child.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { callerFolder, projectRoot } from './runtime/places.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

await runCommand(async () => {
  await ensureDependencies();
  await ensureBuild();
  return runChild(process.execPath, [join(projectRoot, 'out/cli/index.js'), ...process.argv.slice(2)], {
    cwd: callerFolder(),
  });
});
