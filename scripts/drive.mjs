import { prepareApp } from './runtime/app-environment.mjs';
import { ensureBuild } from './runtime/build.mjs';
import { runChild } from './runtime/child.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { projectRoot } from './runtime/places.mjs';
import { runCommand, SetupFailure } from './runtime/setup-failure.mjs';

// Runs a Node program that drives the built app: node scripts/drive.mjs PROGRAM [ARGUMENT…]
await runCommand(async () => {
  const program = process.argv.slice(2);
  if (program.length === 0)
    throw new SetupFailure('There is no program to run.', 'node scripts/drive.mjs PROGRAM');
  await ensureDependencies();
  await ensureBuild();
  const app = await prepareApp();
  try {
    return await runChild(process.execPath, program, { cwd: projectRoot, env: app.env });
  } finally {
    app.close();
  }
});
