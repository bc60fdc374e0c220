import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../runtime/places.mjs';
import { letAllRead } from './file-modes.mjs';

/** Where the app's folder goes. */
export const installedFolder = '/opt/ascribe';

/** Libraries that Electron loads; newer releases of Debian and Ubuntu have some of them under another name. */
const depends = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libxss1',
  'libxtst6',
];

const archiveType = 'application/x-ascribe-archive';
/** What the app may be asked to open; it takes over none of them but its own. */
const openedTypes = ['text/plain', 'text/markdown', archiveType];

const desktopEntry = `[Desktop Entry]
Type=Application
Name=Ascribe
GenericName=Annotation workbench
Comment=Tag who said what, where and when in news articles
Exec=ascribe %F
Icon=ascribe
Terminal=false
Categories=Office;
Keywords=annotation;tagging;quotes;news;
MimeType=${openedTypes.join(';')};
StartupWMClass=Ascribe
`;

const mimeTypes = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${archiveType}">
    <comment>Ascribe project archive</comment>
    <sub-class-of type="application/zip"/>
    <glob pattern="*.ascribe"/>
  </mime-type>
</mime-info>
`;

const updateDatabases = `if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true; fi
`;

const scripts = {
  postinst: `#!/bin/sh
set -e
${updateDatabases}`,
  postrm: `#!/bin/sh
set -e
${updateDatabases}if [ "$1" = remove ]; then
  echo "Ascribe is removed. Projects stay where they are: in .config/Ascribe in the home folder of each who worked with it."
fi
`,
};

/**
 * Makes a Debian package of the app's folder.
 * @param {string} appFolder
 * @param {string} file the package
 * @param {{ version: string, description: string, electron: string, compression?: number }} about compression: of gzip, 1 to 9
 */
export async function makeDebianPackage(appFolder, file, about) {
  const { version, description, electron, compression = 6 } = about;
  const root = `${file}.staging`;
  await rm(root, { recursive: true, force: true });
  await cp(appFolder, join(root, installedFolder), { recursive: true });
  await put(root, '/usr/share/applications/ascribe.desktop', desktopEntry);
  await put(root, '/usr/share/mime/packages/ascribe.xml', mimeTypes);
  await put(root, '/usr/share/doc/ascribe/copyright', copyright);
  await mkdir(join(root, 'usr/bin'), { recursive: true });
  await symlink(`${installedFolder}/ascribe`, join(root, 'usr/bin/ascribe'));
  await addIcons(root);
  const control = `Package: ascribe
Version: ${version}
Architecture: amd64
Maintainer: Ascribe <maintainers@ascribe.invalid>
Installed-Size: ${Math.ceil((await sizeOf(root)) / 1024)}
Depends: ${depends.join(', ')}
Section: text
Priority: optional
Description: ${description}
 Runs offline on Electron ${electron}; articles never leave the machine.
`;
  await put(root, '/DEBIAN/control', control);
  for (const [name, text] of Object.entries(scripts)) {
    await put(root, `/DEBIAN/${name}`, text);
    await chmod(join(root, 'DEBIAN', name), 0o755);
  }
  await letAllRead(root);
  await run('dpkg-deb', ['--build', '--root-owner-group', '-Zgzip', `-z${compression}`, root, file]);
  await rm(root, { recursive: true });
}

const copyright = `Ascribe is not licensed for use by others than its makers’ customers.
What it is built with has licences of its own: those of Electron and Chromium stand in ${installedFolder}/LICENSE.electron.txt and
${installedFolder}/LICENSES.chromium.html, the others in ${installedFolder}/THIRD-PARTY-NOTICES.txt.
`;

/** @param {string} root */
async function addIcons(root) {
  const icons = join(projectRoot, 'resources/icons');
  for (const name of await readdir(icons)) {
    const [, size] = /^(\d+x\d+)\.png$/.exec(name) ?? [];
    const folder = size === undefined ? 'scalable' : size;
    const to = join(
      root,
      `usr/share/icons/hicolor/${folder}/apps/ascribe${size === undefined ? '.svg' : '.png'}`,
    );
    await mkdir(dirname(to), { recursive: true });
    await cp(join(icons, name), to);
  }
}

/** @param {string} root @param {string} path @param {string} text */
async function put(root, path, text) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** Bytes of all files below. @param {string} folder @returns {Promise<number>} */
export async function sizeOf(folder) {
  const { stat } = await import('node:fs/promises');
  let size = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return size;
}

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args
 * @returns {Promise<string>} what it wrote on standard output
 * @throws {Error} with what it wrote when it fails
 */
export async function run(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let all = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    all += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    all += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${all}`);
  return out;
}
