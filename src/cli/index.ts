import { run } from './run.ts';

// Whoever waits for the bytes hears of it; whoever prints a line need not.
process.stdout.on('error', () => undefined);

process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  input: () => process.stdin,
  output: (bytes) =>
    new Promise((resolve, reject) => {
      process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
    }),
});
