import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '../runtime/electron.mjs';
import { makeAppFolder } from './app-folder.mjs';
import { installedFolder, makeDebianPackage, run } from './debian-package.mjs';
import { wrongFuses } from './fuses.mjs';
import { runInstalled, startInstalled } from './installed-app.mjs';
import { packageFacts } from './package-facts.mjs';

const article = 'A ferry for Sellay\n\n“The boat stays,” said Marek Ode on Monday.\n';

/**
 * Packages the app, installs it where that may be done (Debian, as root), does the main job in it, starts it again, puts a later version over it, and takes it away. Leaves the
 * machine as it was.
 * @param {NodeJS.ProcessEnv} env with a display
 * @param {(text: string) => void} print
 * @returns {Promise<import('../stages/results.mjs').Counts>} each thing that must hold counted as a test
 */
export async function checkPackage(env, print) {
  const work = mkdtempSync(join(tmpdir(), 'ascribe-package-'));
  const checks = new Checks(print);
  const mayInstall = existsSync('/usr/bin/dpkg') && process.getuid?.() === 0 && !existsSync(installedFolder);
  try {
    const about = packageFacts();
    const electron = await findElectron({ mayAsk: false });
    const unpacked = join(work, 'ascribe');
    const executable = await amongPrivateFiles(() => makeAppFolder(electron, unpacked, about));
    await checks.that('its fuses are as they should be', async () => {
      const wrong = await wrongFuses(executable);
      if (wrong.length > 0) throw new Error(`wrong: ${wrong.join(', ')}`);
    });
    const home = join(work, 'home');
    // As a user has it: nothing says where the profile is.
    const own = { ...env, HOME: home, XDG_CONFIG_HOME: undefined };
    if (!existsSync('/usr/bin/dpkg-deb')) {
      checks.skip(8, 'there is no dpkg-deb: no .deb is made');
      await workInIt(checks, executable, own, work);
      return checks.counts;
    }
    const deb = join(work, 'ascribe.deb');
    const facts = { ...about, electron: electron.version, compression: 1 };
    await amongPrivateFiles(() => makeDebianPackage(unpacked, deb, facts));
    await checks.that('the .deb has menu entry, icons, types and the command', () => expectContents(deb));
    if (!mayInstall) {
      checks.skip(
        7,
        'a package is installed by root alone, and only where none is: the unpacked app is tried',
      );
      await workInIt(checks, executable, own, work);
      return checks.counts;
    }
    try {
      await checks.that('the .deb is installed', () => run('dpkg', ['--install', deb]));
      await workInIt(checks, '/usr/bin/ascribe', own, work);
      const later = join(work, 'later.deb');
      await makeDebianPackage(unpacked, later, { ...facts, version: `${about.version}+later` });
      await checks.that('a later version is installed over it, and finds everything', async () => {
        await run('dpkg', ['--install', later]);
        await expectAnnotation('/usr/bin/ascribe', own);
      });
    } finally {
      await checks.that('taken away, it says where the data is, and leaves it there', async () => {
        const said = await run('dpkg', ['--purge', 'ascribe']);
        if (!said.includes('.config/Ascribe')) throw new Error(`it said:\n${said}`);
        if (!existsSync(join(home, '.config/Ascribe/ascribe-profile.json')))
          throw new Error('the profile is gone');
        if (existsSync(installedFolder) || existsSync('/usr/bin/ascribe'))
          throw new Error('something was left');
      });
    }
    return checks.counts;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {Checks} checks @param {string} executable @param {NodeJS.ProcessEnv} env @param {string} work */
async function workInIt(checks, executable, env, work) {
  const file = join(work, 'sellay.txt');
  writeFileSync(file, article);
  await checks.that('a file is opened, and words in it are tagged and saved', async () => {
    const started = await startInstalled(executable, [file], env);
    try {
      const { page } = started;
      const text = page.getByRole('textbox', { name: 'Article text', exact: true });
      await text.getByText('The boat stays').waitFor();
      await text.focus();
      // Suggestions are part of the job: the next is accepted.
      await page.getByRole('button', { name: /suggestion/ }).waitFor();
      await page.keyboard.press('u');
      await page.keyboard.press('y');
      await text.locator('mark', { hasText: 'The boat stays' }).waitFor();
      await page.getByText('All changes saved', { exact: true }).waitFor();
      await started.close();
    } finally {
      await started.kill();
    }
  });
  await checks.that('started again, it finds what was tagged', () => expectAnnotation(executable, env));
  await checks.that('Help shows the notices of what it is built with', () => expectNotices(executable, env));
  await checks.that('it cannot be used as a plain Node', async () => {
    const asNode = { ...env, ELECTRON_RUN_AS_NODE: '1' };
    const said = await runInstalled(executable, ['-e', 'console.log("ran " + "as Node")'], asNode, 8_000);
    if (said.includes('ran as Node')) throw new Error('it ran a script');
  });
  await checks.that('its main process cannot be inspected', async () => {
    const started = await startInstalled(executable, ['--inspect=0'], env);
    try {
      await started.page.getByRole('textbox', { name: 'Article text', exact: true }).waitFor();
      if (/Debugger listening/.test(started.said())) throw new Error('it listens for a debugger');
    } finally {
      await started.kill();
    }
  });
}

/** @param {string} executable @param {NodeJS.ProcessEnv} env */
async function expectAnnotation(executable, env) {
  const started = await startInstalled(executable, [], env);
  try {
    const text = started.page.getByRole('textbox', { name: 'Article text', exact: true });
    await text.locator('mark', { hasText: 'The boat stays' }).waitFor();
    await started.close();
  } finally {
    await started.kill();
  }
}

/** The dialog is in an installed app alone, so it is here that it is looked through for what keeps people out. @param {string} executable @param {NodeJS.ProcessEnv} env */
async function expectNotices(executable, env) {
  const { AxeBuilder } = await import('@axe-core/playwright');
  const { expect } = await import('@playwright/test');
  const started = await startInstalled(executable, [], env);
  try {
    const { page } = started;
    await page.getByRole('textbox', { name: 'Article text', exact: true }).focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command palette' }).locator('input').fill('Third-party');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Third-party notices' });
    const notices = dialog.getByRole('textbox', { name: 'Notices' });
    await expect(notices).toHaveValue(/^react-dom \d/m);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    if (violations.length > 0) throw new Error(violations.map(({ id, help }) => `${id}: ${help}`).join('\n'));
    await started.close();
  } finally {
    await started.kill();
  }
}

/** @param {string} deb */
async function expectContents(deb) {
  const listed = await run('dpkg-deb', ['--contents', deb]);
  const wanted = [
    './usr/bin/ascribe -> ',
    `.${installedFolder}/resources/app.asar`,
    `.${installedFolder}/sbom.cdx.json`,
    `.${installedFolder}/THIRD-PARTY-NOTICES.txt`,
    './usr/share/applications/ascribe.desktop',
    './usr/share/mime/packages/ascribe.xml',
    './usr/share/icons/hicolor/256x256/apps/ascribe.png',
    './usr/share/icons/hicolor/scalable/apps/ascribe.svg',
    './usr/share/doc/ascribe/copyright',
  ];
  const missing = wanted.filter((path) => !listed.includes(path));
  if (missing.length > 0) throw new Error(`it lacks ${missing.join(', ')}`);
  if (/resources\/(app|default_app\.asar)[/\n]/.test(listed)) throw new Error('another app is in it');
  if (!/^-rwsr-xr-x root\/root .*chrome-sandbox$/m.test(listed))
    throw new Error('chrome-sandbox is not setuid root');
  const kept = listed.split('\n').filter((line) => /^(-.{6}[^r]|d.{6}(?!r.x))/.test(line));
  if (kept.length > 0) throw new Error(`only root could read:\n${kept.slice(0, 5).join('\n')}`);
  if (statSync(deb).size < 50e6) throw new Error('it is too small to be whole');
}

/** Runs it as one whose new files nobody else may read: what is installed must be for everyone all the same. @template Value @param {() => Promise<Value>} make */
async function amongPrivateFiles(make) {
  const before = process.umask(0o077);
  try {
    return await make();
  } finally {
    process.umask(before);
  }
}

class Checks {
  /** @type {import('../stages/results.mjs').Counts & { failures: string[] }} */
  counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  #print;

  /** @param {(text: string) => void} print */
  constructor(print) {
    this.#print = print;
  }

  /** @param {string} name @param {() => Promise<unknown>} check */
  async that(name, check) {
    try {
      await check();
      this.counts.passed += 1;
      this.#print(`  ✓ ${name}\n`);
    } catch (error) {
      this.counts.failed += 1;
      const said = error instanceof Error ? error.message : String(error);
      this.counts.failures.push(`package › ${name}\n    ${said}`);
      this.#print(`  ✗ ${name}\n${said}\n`);
    }
  }

  /** @param {number} number @param {string} why */
  skip(number, why) {
    this.counts.skipped += number;
    this.#print(`  – ${number} not tried: ${why}\n`);
  }
}
