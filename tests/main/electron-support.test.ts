import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeElectron } from '../../scripts/runtime/electron.mjs';
import { fallbackVersion } from '../../scripts/runtime/electron-fallback.mjs';
import { endedSupport, supportEnd } from '../../src/main/electron-support.ts';

const packageFile = new URL('../../package.json', import.meta.url);
const pinned = z
  .object({ devDependencies: z.object({ electron: z.string() }) })
  .parse(JSON.parse(readFileSync(packageFile, 'utf8'))).devDependencies.electron;

describe('the support of Electron', () => {
  it('lasts for the version that is pinned', () => {
    const remedy = `pin a newer electron in package.json and note in src/main/electron-support.ts when its support ends`;
    expect(supportEnd(pinned), `nothing is known of Electron ${pinned}: ${remedy}`).toBeDefined();
    expect(
      endedSupport(pinned, new Date()),
      `the support of Electron ${pinned} has ended: ${remedy}`,
    ).toBeNull();
  });

  it('has ended for the fallback, and that is said whenever it is used', () => {
    expect(endedSupport(fallbackVersion, new Date())).toBe('2025-04-29');
    const said = (kind: 'official' | 'fallback') =>
      describeElectron({ executable: '/electron', version: fallbackVersion, kind });
    expect(said('fallback')).toContain('whose support has ended');
    expect(said('official')).not.toContain('support');
  });

  it('ends on its day', () => {
    expect(endedSupport('33.2.1', new Date('2025-04-28T23:59:59Z'))).toBeNull();
    expect(endedSupport('33.2.1', new Date('2025-04-29T00:00:00Z'))).toBe('2025-04-29');
    expect(endedSupport('1.0.0', new Date())).toBeNull();
  });
});
