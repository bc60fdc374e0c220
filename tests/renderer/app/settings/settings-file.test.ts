import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../../src/bridge/settings.ts';
import { readSettings, settingsText } from '../../../../src/renderer/app/settings/settings-file.ts';

const mine: Settings = {
  ...defaultSettings,
  theme: 'dark',
  suggestionRules: { date: { isOn: false, least: 0.8 } },
  keymap: { 'annotation.next': ['Y'], 'edit.find': [] },
  lastArticles: { p: 'a' },
  recentChoices: ['view.zoomIn'],
};

test('settings and keys come back from their file; what is of this computer alone stays out of it', () => {
  const read = readSettings(settingsText(mine), defaultSettings);
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.settings).toEqual({ ...mine, lastArticles: {}, recentChoices: [] });
  expect(read.value.unusable).toEqual([]);
});

test('values that cannot be used are named and leave what is there; others are taken', () => {
  const text = JSON.stringify({
    format: 'ascribe-settings',
    version: 1,
    settings: {
      theme: 'pink',
      keymap: { 'edit.find': ['Ctrl+Жук'] },
      textSize: 20,
      unheardOf: 1,
      suggestionRules: { date: { isOn: true, least: 60 } },
    },
  });
  const read = readSettings(text, mine);
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.settings).toEqual({ ...mine, textSize: 20 });
  expect([...read.value.unusable].sort()).toEqual(['keymap', 'suggestionRules', 'theme']);
});

test.each(['', '{', '[]', '{"format":"ascribe-dataset","version":1}'])(
  '%j is no file of settings',
  (text) => {
    expect(readSettings(text, mine).ok).toBe(false);
  },
);
