import { describe, expect, test } from 'vitest';
import { appArguments } from '../../../scripts/runtime/app-arguments.mjs';

describe('appArguments', () => {
  test('makes files absolute, from where they were typed', () => {
    expect(appArguments(['a.txt', '../b.txt', '/c.txt'], '/home/ana')).toEqual([
      '/home/ana/a.txt',
      '/home/b.txt',
      '/c.txt',
    ]);
  });

  test('passes switches on, the folder in one made absolute', () => {
    expect(appArguments(['--lang=de', '--user-data-dir=profile', 'a.txt'], '/home/ana')).toEqual([
      '--lang=de',
      '--user-data-dir=/home/ana/profile',
      '/home/ana/a.txt',
    ]);
  });

  test('takes everything after -- as a file', () => {
    expect(appArguments(['--lang=de', '--', '-odd.txt'], '/home/ana')).toEqual([
      '--lang=de',
      '/home/ana/-odd.txt',
    ]);
  });
});
