import { readFile } from 'node:fs/promises';
import { ReadingClient } from '../core/formats/reading/reading-client.ts';
import { run } from './run.ts';
import { startReadingThread } from './start-reading-thread.ts';
import { TerminalLines } from './terminal-lines.ts';

// Whoever waits for the bytes hears of it; whoever prints a line need not.
process.stdout.on('error', () => undefined);

const lines = new TerminalLines();
const reading = new ReadingClient(startReadingThread);

process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  out: lines.out,
  err: lines.err,
  progress: lines.progress,
  input: () => process.stdin,
  readArticles: reading.readArticles,
  // The build lays it beside the window's files.
  gazetteer: () => readFile(new URL('../renderer/gazetteer.txt', import.meta.url), 'utf8'),
  output: (bytes) =>
    new Promise((resolve, reject) => {
      process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
    }),
});
