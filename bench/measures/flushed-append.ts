import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { workFolder } from './electron-app.ts';

/** Milliseconds until a line of an operation's size is appended to a file and flushed. */
export async function flushedAppend(): Promise<number> {
  mkdirSync(workFolder, { recursive: true });
  const file = await open(join(workFolder, 'appended'), 'a');
  try {
    const line = `${'x'.repeat(600)}\n`;
    const started = performance.now();
    await file.appendFile(line);
    await file.datasync();
    return performance.now() - started;
  } finally {
    await file.close();
  }
}
