import { afterEach, expect, test, vi } from 'vitest';
import type { SourceFile } from '../../../../src/core/formats/format.ts';
import type { OpenedPart, OpeningOptions } from '../../../../src/core/formats/open-articles.ts';
import { answerReading } from '../../../../src/core/formats/reading/answer-reading.ts';
import { longestSilence, ReadingClient } from '../../../../src/core/formats/reading/reading-client.ts';
import type { ReadingReply, ReadingRequest } from '../../../../src/core/formats/reading/reading-messages.ts';
import { startReading } from '../../../../src/renderer/workers/start-reading.ts';
import { WorkerStandIn } from '../../../renderer/workers/worker-stand-in.ts';

// The build gives the workers' addresses; no worker is started by address here.
vi.mock('../../../../src/renderer/workers/start-worker.ts', () => ({ startWorker: () => undefined }));

afterEach(() => {
  vi.useRealTimers();
});

type StandIn = WorkerStandIn<ReadingRequest, ReadingReply>;

/** A client whose workers are these. */
const clientOf = (start: () => StandIn) => new ReadingClient((hear) => startReading(hear, start()));

function reading(): StandIn {
  return new WorkerStandIn<ReadingRequest, ReadingReply>((request, send) => {
    void (async () => {
      for await (const reply of answerReading(request)) send(reply);
    })();
  });
}

const dead = () => new WorkerStandIn<ReadingRequest, ReadingReply>(() => undefined);
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

async function partsIn(client: ReadingClient, source: SourceFile, options?: OpeningOptions) {
  const parts: OpenedPart[] = [];
  for await (const part of client.readArticles(source, options)) parts.push(part);
  return parts;
}

/** The text, or what is said of a failure, of each part that is an article. */
async function read(client: ReadingClient, source: SourceFile, options?: OpeningOptions): Promise<string[]> {
  return (await partsIn(client, source, options)).map(({ content }) => {
    if (content.kind !== 'article') return content.kind;
    return content.read.ok ? content.read.value.body.text : content.read.reason.message;
  });
}

test('reads files one after another, each answer for its own file', async () => {
  const worker = reading();
  const client = clientOf(() => worker);
  const texts = Array.from({ length: 200 }, (_, i) => `Article ${i}`);
  expect(await Promise.all(texts.map((text, i) => read(client, file(`${i}.txt`, text))))).toEqual(
    texts.map((text) => [text]),
  );
});

test('gives all articles of a file that holds many', async () => {
  const tables = [{ columns: ['title', 'text'], roles: ['title', 'text'] as const }];
  const table = file('a.csv', 'title,text\nA,b\nC,d\n');
  expect(await read(clientOf(reading), table, { tables })).toEqual(['A\n\nb', 'C\n\nd']);
});

test('hands the encoding on, and failures back', async () => {
  const client = clientOf(reading);
  const cyrillic = { name: 'a.txt', bytes: Uint8Array.of(0xcf, 0xf0, 0xe8) };
  expect(await read(client, cyrillic, { encoding: 'windows-1251' })).toEqual(['При']);
  expect(await read(client, file('e.txt', ''))).toEqual([expect.stringContaining('“e.txt”')]);
});

test('bytes go to the worker unless they are a part of something larger', async () => {
  const client = clientOf(reading);
  const whole = file('a.txt', 'Text');
  const part = new Uint8Array(new TextEncoder().encode('..Text').buffer, 2);
  await read(client, whole);
  expect(await read(client, { name: 'b.txt', bytes: part })).toEqual(['Text']);
  expect(whole.bytes.byteLength).toBe(0);
  expect(part.byteLength).toBe(4);
});

test('a worker that dies fails the file that it had; another reads the rest', async () => {
  const workers: StandIn[] = [];
  const client = clientOf(() => {
    const worker = workers.length === 0 ? dead() : reading();
    workers.push(worker);
    return worker;
  });
  const answers = ['a', 'b', 'c'].map((name) => read(client, file(`${name}.txt`, name)));
  workers[0]?.crash('out of memory');
  expect(await Promise.all(answers)).toEqual([
    ['“a.txt” cannot be read: out of memory. Open it again, or try another copy of the file.'],
    ['b'],
    ['c'],
  ]);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
});

test('a file whose reader is silent for too long is given up, and the next is read', async () => {
  vi.useFakeTimers();
  const workers: StandIn[] = [];
  const client = clientOf(() => {
    const worker = workers.length === 0 ? dead() : reading();
    workers.push(worker);
    return worker;
  });
  const endless = read(client, file('endless.txt', 'a'));
  const next = read(client, file('b.txt', 'b'));
  await vi.advanceTimersByTimeAsync(longestSilence - 1);
  expect(workers[0]?.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await endless).toEqual([expect.stringMatching(/“endless\.txt” .* more than 60 seconds/)]);
  expect(await next).toEqual(['b']);
  expect(workers[0]?.terminated).toBe(true);
});

test('what nobody wants any more is not read to its end', async () => {
  const workers: StandIn[] = [];
  const client = clientOf(() => {
    const worker = reading();
    workers.push(worker);
    return worker;
  });
  const tables = [{ columns: ['title', 'text'], roles: ['title', 'text'] as const }];
  const table = file('a.csv', `title,text\n${'A,b\n'.repeat(100)}`);
  for await (const part of client.readArticles(table, { tables })) if (part.done === 0) break;
  expect(await read(client, file('b.txt', 'b'))).toEqual(['b']);
});
