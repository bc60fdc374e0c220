import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { download } from '../../../scripts/runtime/download.mjs';

const content = randomBytes(300_000);
const checksum = {
  algorithm: 'sha256',
  value: createHash('sha256').update(content).digest('hex'),
  encoding: 'hex',
} as const;

let folder: string;
let server: Server;
let ranges: (string | undefined)[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

/** Sends what is asked for, at most `limit` bytes of it before the connection breaks. */
function send(request: IncomingMessage, response: ServerResponse, limit = Number.POSITIVE_INFINITY): void {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const rest = content.subarray(start);
  if (rest.length === 0) {
    response.writeHead(416).end();
    return;
  }
  response.writeHead(start > 0 ? 206 : 200, {
    'content-length': rest.length,
    ...(start > 0 ? { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` } : {}),
  });
  if (limit >= rest.length) response.end(rest);
  else response.write(rest.subarray(0, limit), () => setImmediate(() => response.destroy()));
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-download-'));
  ranges = [];
  answer = send;
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

function options() {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
  return { url, file: join(folder, 'file'), checksum, pauseMs: 1 };
}

describe('download', () => {
  test('brings the file under its own name and leaves nothing else', async () => {
    await download(options());
    expect(readFileSync(join(folder, 'file')).equals(content)).toBe(true);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('goes on where a broken connection stopped', async () => {
    answer = (request, response) => send(request, response, 100_000);
    await download(options());
    expect(readFileSync(join(folder, 'file')).equals(content)).toBe(true);
    expect(ranges[0]).toBeUndefined();
    expect(ranges.length).toBeGreaterThan(1);
    expect(ranges.slice(1).every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true);
  });

  test('goes on with what an earlier run left', async () => {
    writeFileSync(join(folder, 'file.part'), content.subarray(0, 123_456));
    await download(options());
    expect(readFileSync(join(folder, 'file')).equals(content)).toBe(true);
    expect(ranges).toEqual(['bytes=123456-']);
  });

  test('takes a part that is whole already', async () => {
    writeFileSync(join(folder, 'file.part'), content);
    await download(options());
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('starts over when the server does not resume', async () => {
    writeFileSync(join(folder, 'file.part'), content.subarray(0, 1_000));
    answer = (_request, response) => {
      response.end(content);
    };
    await download(options());
    expect(readFileSync(join(folder, 'file')).equals(content)).toBe(true);
  });

  test('starts over when what an earlier run left is of another file', async () => {
    writeFileSync(join(folder, 'file.part'), randomBytes(1_000));
    await download(options());
    expect(readFileSync(join(folder, 'file')).equals(content)).toBe(true);
    expect(ranges).toEqual(['bytes=1000-', undefined]);
  });

  test('refuses other content and leaves nothing of it', async () => {
    answer = (_request, response) => {
      response.end(randomBytes(1_000));
    };
    await expect(download(options())).rejects.toThrow(/checksum/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('gives up on a host that sends nothing, and keeps what has arrived', async () => {
    answer = (request, response) => {
      if (request.headers.range === undefined) send(request, response, 50_000);
      else response.destroy();
    };
    await expect(download(options())).rejects.toMatchObject({ remedy: expect.stringMatching(/continues/) });
    expect(readdirSync(folder)).toEqual(['file.part']);
  });

  test('does not ask again for what is not there', async () => {
    answer = (_request, response) => {
      response.writeHead(404).end();
    };
    await expect(download(options())).rejects.toThrow(/404/);
    expect(ranges).toHaveLength(1);
  });
});
