import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gazetteerText } from '../gazetteer/gazetteer.mjs';
import { forgetBuild, isBuilt, recordBuild, sourceStamp } from './build-stamp.mjs';
import { withLock } from './lock.mjs';
import { runNodeTool } from './node-tool.mjs';
import { projectRoot, workTreeLock } from './places.mjs';
import { say } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';

/** The app and the command line are two builds: the second must run in a plain Node. */
const steps = [
  { tool: 'electron-vite/bin/electron-vite.js', args: ['build', '--logLevel', 'warn'] },
  { tool: 'vite/bin/vite.js', args: ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'] },
];

/** Builds `out/` when it is missing or older than what it is built from. Says nothing when there is nothing to do. */
export async function ensureBuild() {
  if (isBuilt(projectRoot, sourceStamp(projectRoot))) return;
  await withLock(
    workTreeLock('build'),
    async () => {
      const stamp = sourceStamp(projectRoot);
      if (isBuilt(projectRoot, stamp)) return;
      const started = performance.now();
      say('Building…');
      await mkdir(join(projectRoot, 'out'), { recursive: true });
      forgetBuild(projectRoot);
      for (const { tool, args } of steps) {
        const { code, output } = await runNodeTool(tool, args);
        if (code === 0) continue;
        process.stderr.write(output);
        throw new SetupFailure(
          'The build failed; what it said stands above.',
          'npm run build, once that is put right',
        );
      }
      await writeFile(join(projectRoot, 'out/renderer/gazetteer.txt'), gazetteerText());
      recordBuild(projectRoot, stamp);
      say(`Built in ${((performance.now() - started) / 1_000).toFixed(1)} s.`);
    },
    () => say('Another process is building; waiting for it…'),
  );
}
