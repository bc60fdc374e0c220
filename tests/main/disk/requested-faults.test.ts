import { expect, it } from 'vitest';
import { requestedFaults } from '../../../src/main/disk/requested-faults.ts';

it('fails the calls that the list names, counts them, and heeds a changed list', () => {
  let list = JSON.stringify([{ call: 'write', path: '/journal/', fault: 'ENOSPC', skip: 1, times: 2 }]);
  const decide = requestedFaults(() => list);
  const write = () => decide('write', '/p/journal/1.jsonl')?.kind;
  expect([write(), write(), write(), write()]).toEqual([undefined, 'error', 'error', undefined]);
  expect(decide('sync', '/p/journal/1.jsonl')).toBeUndefined();
  expect(decide('write', '/p/settings.json')).toBeUndefined();
  list = JSON.stringify([{ call: 'write', path: '', fault: 'short' }]);
  expect([write(), write()]).toEqual(['short', 'short']);
  list = '[]';
  expect(write()).toBeUndefined();
});
