import { expect, test } from 'vitest';
import type { ListedProject } from '../../../../src/bridge/projects.ts';
import { listProjects } from '../../../../src/renderer/views/projects/list-projects.ts';

const project = (id: string, name: string, change: Partial<ListedProject> = {}): ListedProject => ({
  id,
  name,
  articles: 0,
  annotations: 0,
  openedAt: null,
  trashedAt: null,
  ...change,
});
const time = (day: number) => new Date(Date.UTC(2026, 10, day)).toISOString();
const projects = [
  project('a', 'Budget hearings', { openedAt: time(3) }),
  project('b', 'Слушания', { openedAt: time(9) }),
  project('c', 'Old trial', { trashedAt: time(1) }),
  project('d', 'Never opened 10'),
  project('e', 'Never opened 9'),
  project('f', 'Open now', { openedAt: time(20) }),
];
const ids = (query: string, inTrash = false) =>
  listProjects(projects, { query, inTrash, current: 'f' }).map(({ id }) => id);

test('the one to switch to comes first, the open one last, and the trash is apart', () => {
  expect(ids('')).toEqual(['b', 'a', 'e', 'd', 'f']);
  expect(ids('', true)).toEqual(['c']);
});

test('every word must be in the name, whatever the case', () => {
  expect(ids('hear BUD')).toEqual(['a']);
  expect(ids('слуш')).toEqual(['b']);
  expect(ids('zzz')).toEqual([]);
});
