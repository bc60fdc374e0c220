import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const config = readFileSync(resolve(import.meta.dirname, '../../electron-builder.yml'), 'utf8');

/** The indented `name: value` lines under a top-level key. */
function section(name: string): Record<string, string> {
  const body = new RegExp(`^${name}:\\n((?: {2}.*\\n)+)`, 'm').exec(config)?.[1] ?? '';
  return Object.fromEntries([...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map((match) => [match[1], match[2]]));
}

describe('the packaged app', () => {
  test('can neither be turned into a Node nor be given other code', () => {
    expect(section('electronFuses')).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
    });
    expect(config).toMatch(/^asar: true$/m);
  });

  test('is offered for text files, not made the default for them, and owns its archives', () => {
    const associated = [...config.matchAll(/^ {2}- ext: (\w+)\n(?: {4}.*\n)*? {4}rank: (\w+)$/gm)];
    expect(associated.map(([, ending, rank]) => [ending, rank])).toEqual([
      ['txt', 'Alternate'],
      ['md', 'Alternate'],
      ['ascribe', 'Owner'],
    ]);
  });
});
