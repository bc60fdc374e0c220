import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LogFile } from '../../../src/main/log/log-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('tells its lines, those of earlier runs too', () => {
  expect(new LogFile(folder).recent()).toBe('');
  new LogFile(folder).info('start: one');
  const log = new LogFile(folder);
  log.error('main: two\nthree');
  expect(log.recent()).toMatch(/^\S+ info start: one\n\S+ error main: two\n {4}three\n$/);
});

it('tells the latest of a long one, from the beginning of a line, across the file before', () => {
  const log = new LogFile(folder);
  for (let line = 0; line < 12_000; line++) log.info(`test: line ${line} ${'.'.repeat(60)}`);
  const recent = log.recent();
  expect(recent.length).toBeGreaterThan(190_000);
  expect(recent.length).toBeLessThanOrEqual(200_000);
  expect(recent).toMatch(/^\d{4}-\S+ info test: line/);
  expect(recent).toContain('line 11999 ');
});
