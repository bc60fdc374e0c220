import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatPage } from '../../../src/core/formats/format-table.ts';

test('docs/formats.md is what the registry says (node scripts/write-formats.mjs writes it)', () => {
  const page = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8');
  expect(page).toBe(formatPage());
});
