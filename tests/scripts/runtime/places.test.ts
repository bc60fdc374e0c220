import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../../scripts/runtime/places.mjs';

describe('cacheFolder', () => {
  test('is where each system keeps such things', () => {
    expect(cacheFolder({}, 'linux')).toBe(join(homedir(), '.cache/ascribe'));
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/ana' }, 'linux')).toBe('/var/cache/ana/ascribe');
    expect(cacheFolder({}, 'darwin')).toBe(join(homedir(), 'Library/Caches/ascribe'));
    expect(cacheFolder({ LOCALAPPDATA: '/c/Local' }, 'win32')).toBe('/c/Local/ascribe/Cache');
  });

  test('can be put elsewhere', () => {
    expect(cacheFolder({ ASCRIBE_CACHE: '/big/disk', XDG_CACHE_HOME: '/var/cache/ana' }, 'linux')).toBe(
      '/big/disk',
    );
  });
});
