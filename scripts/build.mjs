import { ensureBuild } from './runtime/build.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

await runCommand(async () => {
  await ensureDependencies();
  await ensureBuild();
  return 0;
});
