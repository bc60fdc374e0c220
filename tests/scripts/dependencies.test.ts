import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { billOfMaterials, packagesIn } from '../../scripts/package/bill-of-materials.mjs';
import { noticesOf } from '../../scripts/package/notices.mjs';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const page = read('docs/dependencies.md');
const rows = [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, name = '', licence = '', why = '']) => ({ name, licence: licence.trim(), why: why.trim() }),
);
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
        license: z.string().optional(),
        link: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

let bill = '';
beforeAll(async () => {
  bill = await billOfMaterials();
}, 60_000);

test('the page says of each dependency, and of no other, why it is there', () => {
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(dependencies).sort());
  for (const { name, why } of rows) expect(why.length, name).toBeGreaterThan(3);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the licences are those of the lock file, and of those that are taken', () => {
  const [, list = ''] = /Licences that are taken: ([^(]+)/.exec(page) ?? [];
  const taken = list.split(',').map((licence) => licence.trim());
  expect(taken).toContain('MIT');
  for (const { name, licence } of rows) expect(packages[`node_modules/${name}`]?.license, name).toBe(licence);
  for (const { name, licences } of packagesIn(bill)) {
    expect(licences, name).toHaveLength(1);
    for (const licence of licences) expect(taken, name).toContain(licence);
  }
});

test('every package has a checksum, and none runs a script while it is installed', () => {
  const named = Object.entries(packages).filter(([path]) => path !== '');
  expect(named.length).toBeGreaterThan(100);
  for (const [path, { integrity, hasInstallScript }] of named) {
    expect(integrity, path).toMatch(/^sha512-/);
    expect(hasInstallScript, path).toBeUndefined();
  }
  for (const { name, hashes } of packagesIn(bill)) expect(hashes, name).toEqual(['SHA-512']);
});

test('the bill of materials is the same each time, and the page says how long it is', async () => {
  expect(await billOfMaterials()).toBe(bill);
  expect(page).toContain(`does not hold: ${packagesIn(bill).length},`);
}, 60_000);

test('the notices hold the licence of each package; two come without its text', () => {
  const notices = noticesOf(bill);
  for (const { name, version } of packagesIn(bill)) expect(notices).toContain(`${name} ${version} (`);
  expect(notices).toContain('Permission is hereby granted');
  const bare = [...notices.matchAll(/^(\S+) .*\n-+\n\nIts package has no text/gm)].map(([, name]) => name);
  expect(bare).toEqual(['tslib', 'saxes']);
});
