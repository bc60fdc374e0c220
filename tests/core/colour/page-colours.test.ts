import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageColours } from '../../../src/core/colour/page-colours.ts';

test('the surfaces are those of the window’s theme', () => {
  const css = readFileSync(new URL('../../../src/renderer/ui/theme.css', import.meta.url), 'utf8');
  for (const surface of ['paper', 'desk', 'raised'] as const) {
    const [, light, dark] =
      new RegExp(`--${surface}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css) ?? [];
    expect([surface, light, dark]).toEqual([surface, pageColours.light[surface], pageColours.dark[surface]]);
  }
});
