import { ensureDependencies } from './runtime/dependencies.mjs';
import { findElectron } from './runtime/electron.mjs';
import { runCommand } from './runtime/setup-failure.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const electron = await findElectron();
  process.stdout.write(`${electron.executable}\n`);
  return 0;
});
