import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeOutput } from '../../src/cli/write-output.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* pieces(end?: Error) {
  yield new TextEncoder().encode('one ');
  yield new TextEncoder().encode('two');
  if (end !== undefined) throw end;
}

test('the file holds all pieces, and nothing lies beside it', async () => {
  await writeOutput(join(folder, 'o.json'), pieces());
  expect(readFileSync(join(folder, 'o.json'), 'utf8')).toBe('one two');
  expect(readdirSync(folder)).toEqual(['o.json']);
});

test('when the pieces break off, the old file is as it was and nothing lies beside it', async () => {
  writeFileSync(join(folder, 'o.json'), 'old');
  await expect(writeOutput(join(folder, 'o.json'), pieces(new Error('no more')))).rejects.toThrow('no more');
  expect(readFileSync(join(folder, 'o.json'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['o.json']);
});
