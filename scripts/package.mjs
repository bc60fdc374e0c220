import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAppFolder } from './package/app-folder.mjs';
import { makeDebianPackage, run, sizeOf } from './package/debian-package.mjs';
import { packageFacts } from './package/package-facts.mjs';
import { ensureBuild } from './runtime/build.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { describeElectron, findElectron } from './runtime/electron.mjs';
import { runNodeTool } from './runtime/node-tool.mjs';
import { projectRoot } from './runtime/places.mjs';
import { say } from './runtime/progress.mjs';
import { runCommand, SetupFailure } from './runtime/setup-failure.mjs';

// `npm run package`: makes in dist/ what users install on this platform.
await runCommand(async () => {
  await ensureDependencies();
  await ensureBuild();
  if (process.platform !== 'linux') return packageElsewhere();
  const electron = await findElectron();
  say(describeElectron(electron));
  const about = packageFacts();
  const name = `ascribe-${about.version}-linux-x64`;
  const dist = join(projectRoot, 'dist');
  const folder = join(dist, name);
  await makeAppFolder(electron, folder, about);
  say(`dist/${name}: ${megabytes(await sizeOf(folder))}`);
  const tarball = join(dist, `${name}.tar.gz`);
  await run('tar', ['-czf', tarball, '-C', dist, '--owner=0', '--group=0', name]);
  say(`dist/${name}.tar.gz: ${megabytes((await stat(tarball)).size)}`);
  if (!existsSync('/usr/bin/dpkg-deb')) {
    say('No .deb was made: there is no dpkg-deb here.');
    return 0;
  }
  const deb = join(dist, `ascribe_${about.version}_amd64.deb`);
  await rm(deb, { force: true });
  await makeDebianPackage(folder, deb, { ...about, electron: electron.version });
  say(`dist/ascribe_${about.version}_amd64.deb: ${megabytes((await stat(deb)).size)}`);
  return 0;
});

/** Windows and macOS: electron-builder.yml says what is made. It was never tried. */
async function packageElsewhere() {
  if (Number(process.versions.node.split('.')[0]) < 22)
    throw new SetupFailure(
      'electron-builder, which packages for this platform, needs Node 22.',
      'install Node 22, then: npm run package',
    );
  const { code } = await runNodeTool('npm/bin/npx-cli.js', ['--yes', 'electron-builder@26.17.0'], {
    show: true,
  });
  return code;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
