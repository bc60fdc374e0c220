import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels } from '../../src/bridge/channels.ts';
import { assertEachServedOnce, type Served, serve } from '../../src/main/ipc-gate.ts';
import { logOf } from './log-of.ts';

describe('the gate', () => {
  it('hands a well-formed request on and its answer back', async () => {
    const served = serve(channels['space.free'], () => ({ bytes: 7 }));
    expect(await served.answer({}, logOf())).toEqual({ answered: true, response: { bytes: 7 } });
  });

  it('refuses a malformed request unheard, and logs no content of it', async () => {
    let heard = 0;
    const log: string[] = [];
    const served = serve(channels['files.read'], () => {
      heard += 1;
      return { ok: true as const, value: { name: 'x', bytes: new Uint8Array() } };
    });
    for (const payload of [
      undefined,
      null,
      {},
      { token: '/etc/passwd' },
      { token: crypto.randomUUID(), more: 1 },
    ]) {
      expect(await served.answer(payload, logOf(log))).toMatchObject({ answered: false });
    }
    expect(heard).toBe(0);
    expect(log).toHaveLength(5);
    expect(log.join()).not.toContain('passwd');
  });

  it('turns what is thrown into a value without stack or path', async () => {
    const log: string[] = [];
    const thrower = () => {
      throw new Error('cannot open /home/someone/secret.txt');
    };
    const asResult = await serve(channels['files.read'], thrower).answer(
      { token: crypto.randomUUID() },
      logOf(log),
    );
    expect(asResult).toMatchObject({ answered: true, response: { ok: false, reason: { code: 'failed' } } });
    const plain = await serve(channels['space.free'], thrower).answer({}, logOf(log));
    expect(plain).toMatchObject({ answered: false });
    expect(JSON.stringify([asResult, plain])).not.toMatch(/someone|at .*\.ts/);
    expect(log.join()).toContain('someone');
  });

  it('does not let out an answer that is not as agreed', async () => {
    const served = serve(channels['space.free'], () => ({ bytes: -1 }));
    expect(await served.answer({}, logOf())).toMatchObject({ answered: false });
  });

  it('survives anything that is sent', async () => {
    const served = serve(channels['journal.append'], () => ({ ok: true as const, value: { lastSeq: 1 } }));
    await fc.assert(
      fc.asyncProperty(fc.anything({ withTypedArray: true, withSparseArray: true }), async (payload) => {
        expect(await served.answer(payload, logOf())).toMatchObject({ answered: false });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the list of channels', () => {
  const all: Record<string, Served> = Object.fromEntries(
    Object.keys(channels).map((name) => [name, serve(channels['space.free'], () => ({ bytes: 0 }))]),
  );

  it('is complete when each is served once', () => {
    expect(() => assertEachServedOnce([all])).not.toThrow();
  });

  it('shows a channel that is served twice or not at all', () => {
    const { 'space.free': free, ...others } = all;
    if (free === undefined) throw new Error('space.free is a channel');
    expect(() => assertEachServedOnce([others])).toThrow('space.free has 0');
    expect(() => assertEachServedOnce([all, { 'space.free': free }])).toThrow('space.free has 2');
  });
});
