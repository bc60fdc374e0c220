import { expect, it } from 'vitest';
import type { Arrival } from '../../../src/bridge/files.ts';
import { WaitingArrivals } from '../../../src/main/files/waiting-arrivals.ts';

const named = (name: string): Promise<Arrival> =>
  Promise.resolve({ files: [], refused: [{ name, message: name }] });

it('hands over what gathered, then sends what comes, and gathers again after the page is gone', async () => {
  const sent: string[] = [];
  const arrivals = new WaitingArrivals(({ refused }) => sent.push(...refused.map(({ name }) => name)));
  await arrivals.add(named('a'));
  await arrivals.add(named('b'));
  expect((await arrivals.start()).refused.map(({ name }) => name)).toEqual(['a', 'b']);
  await arrivals.add(named('c'));
  expect(sent).toEqual(['c']);
  await arrivals.add(Promise.resolve({ files: [], refused: [] }));
  arrivals.stop();
  await arrivals.add(named('d'));
  expect(sent).toEqual(['c']);
  expect((await arrivals.start()).refused.map(({ name }) => name)).toEqual(['d']);
});
