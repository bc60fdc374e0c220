import { expect, test } from 'vitest';
import { channels } from '../../../../src/bridge/channels.ts';
import {
  articleExtensions,
  datasetExtensions,
} from '../../../../src/renderer/app/opening/file-extensions.ts';

test('dialogs show what the formats read, whichever there are', () => {
  expect(articleExtensions()).toEqual(
    expect.arrayContaining(['txt', 'docx', 'rtf', 'vtt', 'csv', 'jsonl', 'zip']),
  );
  expect(datasetExtensions()).toEqual(expect.arrayContaining(['json', 'ann', 'xmi', 'qdpx', 'zip']));
  for (const extensions of [articleExtensions(), datasetExtensions()])
    expect(channels['files.choose'].request.parse({ purpose: 'articles', extensions })).toBeTruthy();
});
