import { expect, test } from 'vitest';
import type { Arrival } from '../../../../src/bridge/files.ts';
import { EarlyArrivals } from '../../../../src/renderer/app/opening/early-arrivals.ts';
import { FakeBridge } from '../../fakes/bridge.ts';

function arrival(message: string): Arrival {
  return { files: [], refused: [{ name: message, message }] };
}

test('what arrives while the project is still being opened waits, and nothing is heard twice', () => {
  const bridge = new FakeBridge();
  const arrivals = new EarlyArrivals(bridge);
  const heard: string[] = [];
  bridge.emit('filesArrived', arrival('first'));
  bridge.emit('filesArrived', arrival('second'));
  const stop = arrivals.deliverTo(({ refused }) => heard.push(...refused.map(({ name }) => name)));
  bridge.emit('filesArrived', arrival('third'));
  expect(heard).toEqual(['first', 'second', 'third']);
  stop();
  bridge.emit('filesArrived', arrival('fourth'));
  expect(heard).toHaveLength(3);
});
