import { run } from './run.ts';

// A process of its own for one format: its memory is that of the format alone.
process.exitCode = await run(process.argv.slice(2), {
  script: '',
  sharedData: '',
  say: (line) => process.stdout.write(`${line}\n`),
});
