import { expect, test, vi } from 'vitest';
import { answerReading } from '../../../src/renderer/workers/answer-reading.ts';
import { ReadingClient } from '../../../src/renderer/workers/reading-client.ts';
import type { ReadingReply, ReadingRequest } from '../../../src/renderer/workers/reading-messages.ts';
import { WorkerStandIn } from './worker-stand-in.ts';

// The build gives the workers' addresses; no worker is started by address here.
vi.mock('../../../src/renderer/workers/start-worker.ts', () => ({ startWorker: () => undefined }));

type StandIn = WorkerStandIn<ReadingRequest, ReadingReply>;
const reading = () =>
  new WorkerStandIn<ReadingRequest, ReadingReply>((request, send) => void answerReading(request).then(send));
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

test('reads files, each answer for its own file, with few in flight', async () => {
  const worker = reading();
  const client = new ReadingClient(() => worker);
  const texts = Array.from({ length: 200 }, (_, i) => `Article ${i}`);
  const answers = await Promise.all(texts.map((text, i) => client.readArticle(file(`${i}.txt`, text))));
  expect(answers.map((answer) => answer.ok && answer.value.body.text)).toEqual(texts);
  expect(worker.mostInFlight).toBeLessThanOrEqual(3);
});

test('hands the encoding on, and failures back', async () => {
  const client = new ReadingClient(reading);
  const cyrillic = { name: 'a.txt', bytes: Uint8Array.of(0xcf, 0xf0, 0xe8) };
  const read = await client.readArticle(cyrillic, { encoding: 'windows-1251' });
  expect(read.ok && read.value.body.text).toBe('При');
  expect(await client.readArticle(file('e.txt', ''))).toMatchObject({ ok: false, reason: { code: 'empty' } });
});

test('bytes go to the worker unless they are a part of something larger', async () => {
  const client = new ReadingClient(reading);
  const whole = file('a.txt', 'Text');
  const part = new Uint8Array(new TextEncoder().encode('..Text').buffer, 2);
  await client.readArticle(whole);
  const read = await client.readArticle({ name: 'b.txt', bytes: part });
  expect(read.ok && read.value.body.text).toBe('Text');
  expect(whole.bytes.byteLength).toBe(0);
  expect(part.byteLength).toBe(4);
});

test('a worker that dies fails the files it had; another reads the rest', async () => {
  const workers: StandIn[] = [];
  const client = new ReadingClient(() => {
    const worker =
      workers.length === 0 ? new WorkerStandIn<ReadingRequest, ReadingReply>(() => undefined) : reading();
    workers.push(worker);
    return worker;
  });
  const answers = ['a', 'b', 'c', 'd', 'e'].map((name) => client.readArticle(file(`${name}.txt`, name)));
  workers[0]?.crash('out of memory');
  const settled = await Promise.all(answers);
  expect(settled.map(({ ok }) => ok)).toEqual([false, false, false, true, true]);
  expect(settled[0]).toMatchObject({
    reason: { message: '“a.txt” cannot be read: out of memory. Open it again.' },
  });
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
});
