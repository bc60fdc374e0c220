import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/bridge/settings.ts';
import { SettingsStore } from '../../../src/renderer/app/settings-store.ts';
import { FakeBridge } from '../fakes/bridge.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function settings() {
  const bridge = new FakeBridge();
  const saved: Settings[] = [];
  const reports: string[] = [];
  bridge.overrides['settings.save'] = (given) => {
    saved.push(given);
    return { ok: true, value: {} };
  };
  return {
    bridge,
    saved,
    reports,
    store: new SettingsStore(defaultSettings, bridge, (words) => reports.push(words)),
  };
}

test('changes hold at once and are written together', async () => {
  const { store, saved } = settings();
  store.change({ sideWidth: 300 });
  store.change({ sideWidth: 310, articlesShown: false });
  expect(store.current).toMatchObject({ sideWidth: 310, articlesShown: false });
  expect(saved).toEqual([]);
  await vi.runAllTimersAsync();
  expect(saved).toEqual([{ ...defaultSettings, sideWidth: 310, articlesShown: false }]);
});

test('zoom and theme, which main puts in force, are written at once', () => {
  const { store, bridge } = settings();
  store.change({ zoom: 1.5 });
  expect(bridge.calls).toEqual(['settings.save']);
});

test('flush writes what waits, and nothing when nothing does', async () => {
  const { store, saved } = settings();
  await store.flush();
  expect(saved).toEqual([]);
  store.change({ sideWidth: 300 });
  await store.flush();
  await vi.runAllTimersAsync();
  expect(saved).toHaveLength(1);
});

test('a failure is told once in a row', async () => {
  const { store, bridge, reports } = settings();
  bridge.overrides['settings.save'] = () => ({
    ok: false,
    reason: { code: 'no-space', message: 'The disk is full.' },
  });
  for (const sideWidth of [300, 301, 302]) {
    store.change({ sideWidth });
    await store.flush();
  }
  expect(reports).toEqual(['Your settings hold for now but could not be kept. The disk is full.']);
});
