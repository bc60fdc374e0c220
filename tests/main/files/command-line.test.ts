import { describe, expect, it } from 'vitest';
import { filesOf, startRequest } from '../../../src/main/files/command-line.ts';

describe('the command line', () => {
  it('of an unpackaged app begins after its own folder, wherever switches stand', () => {
    const argv = ['/electron', '--no-sandbox', '/app', '--user-data-dir=/p', 'a.txt', '/b.txt'];
    expect(filesOf(startRequest(argv, '/home', false))).toEqual(['/home/a.txt', '/b.txt']);
  });

  it('of a packaged app begins after the executable', () => {
    expect(filesOf(startRequest(['/ascribe', 'a.txt', '--flag'], '/home', true))).toEqual(['/home/a.txt']);
  });

  it('may name no file', () => {
    expect(filesOf(startRequest(['/electron', '/app'], '/home', false))).toEqual([]);
    expect(filesOf(startRequest(['/electron', '--x'], '/home', false))).toEqual([]);
  });

  it('takes everything after -- for a file', () => {
    const request = startRequest(['/ascribe', '--flag', '--', '-odd.txt', '--'], '/home', true);
    expect(filesOf(request)).toEqual(['/home/-odd.txt', '/home/--']);
  });
});
