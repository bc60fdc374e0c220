import { expect, test } from 'vitest';
import { writeExport } from '../../../../src/renderer/app/exchange/write-export.ts';
import type { DatasetPiece } from '../../../../src/renderer/workers/dataset-client.ts';
import { FakeBridge } from '../../fakes/bridge.ts';

const handle = '6f1b6a55-5d0e-4a4e-9d7c-111111111111';
const token = '6f1b6a55-5d0e-4a4e-9d7c-222222222222';

function exporting() {
  const bridge = new FakeBridge();
  const log: string[] = [];
  bridge.overrides['exports.begin'] = () => ({ ok: true, value: { handle } });
  bridge.overrides['outgoing.append'] = ({ bytes }) => {
    log.push(`append ${bytes.length}`);
    return { ok: true, value: {} };
  };
  bridge.overrides['outgoing.commit'] = ({ byteLength }) => {
    log.push(`commit ${byteLength}`);
    return { ok: true, value: { fileName: 'out.json' } };
  };
  bridge.overrides['outgoing.abort'] = () => {
    log.push('abort');
    return {};
  };
  return { bridge, log };
}

async function* pieces(fails = false): AsyncGenerator<DatasetPiece> {
  yield { kind: 'bytes', bytes: new Uint8Array(3), articlesDone: 1 };
  yield { kind: 'bytes', bytes: new Uint8Array(4), articlesDone: 2 };
  if (fails) throw new Error('The dataset is not valid.');
  yield { kind: 'end', sha256: 'a'.repeat(64), byteLength: 7 };
}

const watching = { isCancelled: () => false, report: () => undefined };

test('pieces are appended in order and committed', async () => {
  const { bridge, log } = exporting();
  const seen: number[] = [];
  const written = await writeExport({ bridge }, token, pieces(), {
    ...watching,
    report: (done) => seen.push(done),
  });
  expect(written).toEqual({ fileName: 'out.json', byteLength: 7, notReadBack: false });
  expect(log).toEqual(['append 3', 'append 4', 'commit 7']);
  expect(seen).toEqual([0, 1, 2]);
});

test('a cancelled export is aborted', async () => {
  const { bridge, log } = exporting();
  const isCancelled = () => log.length === 1;
  expect(await writeExport({ bridge }, token, pieces(), { ...watching, isCancelled })).toBeNull();
  expect(log).toEqual(['append 3', 'abort']);
});

test('what the writer throws goes on after the file was given up', async () => {
  const { bridge, log } = exporting();
  await expect(writeExport({ bridge }, token, pieces(true), watching)).rejects.toThrow(
    'The dataset is not valid.',
  );
  expect(log).toEqual(['append 3', 'append 4', 'abort']);
});

test('main’s refusal is the reason, whether it comes while writing or at the end', async () => {
  const { bridge, log } = exporting();
  bridge.overrides['outgoing.commit'] = () => ({
    ok: false,
    reason: { code: 'differs-after-writing', message: 'The file reads back otherwise.' },
  });
  await expect(writeExport({ bridge }, token, pieces(), watching)).rejects.toThrow(
    'The file reads back otherwise.',
  );
  bridge.overrides['outgoing.append'] = () => ({
    ok: false,
    reason: { code: 'no-space', message: 'The disk is full.' },
  });
  await expect(writeExport({ bridge }, token, pieces(), watching)).rejects.toThrow('The disk is full.');
  expect(log.filter((entry) => entry === 'abort')).toHaveLength(2);
});
