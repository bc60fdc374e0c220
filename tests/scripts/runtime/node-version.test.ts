import { expect, test } from 'vitest';
import { assertNodeVersion } from '../../../scripts/runtime/node-version.mjs';

test('Node 20.19 and newer will do', () => {
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0']) assertNodeVersion(version);
});

test('an older Node is refused by name', () => {
  for (const version of ['20.18.3', '18.20.0'])
    expect(() => assertNodeVersion(version)).toThrow(`this is Node ${version}`);
});
