// `npm run bench -- [parts…] [--rounds N] [--sizes "6 KB,5 MB"] [--against FILE]`: measures and prints; nothing here can fail by being slow.
import { join } from 'node:path';
import { ensureBuild } from '../scripts/runtime/build.mjs';
import { ensureDependencies } from '../scripts/runtime/dependencies.mjs';
import { needsDisplay, openDisplay } from '../scripts/runtime/display.mjs';
import { describeElectron, findElectron } from '../scripts/runtime/electron.mjs';
import { projectRoot } from '../scripts/runtime/places.mjs';
import { say } from '../scripts/runtime/progress.mjs';
import { sandboxSwitches } from '../scripts/runtime/sandbox.mjs';
import { runCommand } from '../scripts/runtime/setup-failure.mjs';
import { ensureSystemPackages } from '../scripts/runtime/system-packages.mjs';

/** The pages that are compared, built as the app's renderer is. */
const pages = {
  root: join(projectRoot, 'bench/page'),
  build: {
    target: 'chrome130',
    outDir: join(projectRoot, 'out/bench'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    minify: true,
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
  },
};

await runCommand(async () => {
  await ensureDependencies();
  ensureSystemPackages({ needsDisplay: needsDisplay() });
  const electron = await findElectron({ mayAsk: false });
  sandboxSwitches(electron.executable);
  const display = needsDisplay() ? await openDisplay() : undefined;
  Object.assign(process.env, display?.env, { ASCRIBE_ELECTRON: electron.executable });
  try {
    // Only now: before, the dependencies need not be there.
    const { build, runnerImport } = await import('vite');
    await build({ ...pages, configFile: false, logLevel: 'error' });
    const { module } = await runnerImport(join(projectRoot, 'bench/run.ts'), {
      root: projectRoot,
      configFile: false,
      logLevel: 'error',
    });
    return await module.run(process.argv.slice(2), {
      electron: describeElectron(electron),
      ensureBuild,
      say,
    });
  } finally {
    display?.close();
  }
});
