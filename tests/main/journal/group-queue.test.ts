import { expect, it } from 'vitest';
import { GroupQueue } from '../../../src/main/journal/group-queue.ts';

it('serves what waits together, and does other work while nothing is served', async () => {
  const seen: string[] = [];
  const release: (() => void)[] = [];
  const queue = new GroupQueue<number, number>(async (items) => {
    seen.push(`begin ${items}`);
    await new Promise<void>((resolve) => release.push(resolve));
    seen.push(`end ${items}`);
    return items.map((item) => item * 10);
  });
  const first = queue.add(1);
  await expect.poll(() => release.length).toBe(1);
  const others = [queue.add(2), queue.add(3)];
  const alone = queue.alone(async () => seen.push('alone'));
  release.shift()?.();
  expect(await first).toBe(10);
  await expect.poll(() => release.length).toBe(1);
  release.shift()?.();
  expect(await Promise.all(others)).toEqual([20, 30]);
  await alone;
  expect(seen).toEqual(['begin 1', 'end 1', 'begin 2,3', 'end 2,3', 'alone']);
});

it('gives a failure to all of its group and goes on', async () => {
  let fail = true;
  const queue = new GroupQueue<number, number>(async (items) => {
    if (!fail) return items;
    fail = false;
    throw new Error('full');
  });
  const group = await Promise.allSettled([queue.add(1), queue.add(2)]);
  expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await queue.add(3)).toBe(3);
});
