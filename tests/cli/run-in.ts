import { run } from '../../src/cli/run.ts';
import { readArticles } from '../../src/core/formats/open-articles.ts';
import { builtGazetteer } from '../core/places/built-gazetteer.ts';

/** Runs a command line in a folder, with something on standard input; `bytes` is what comes on standard output beside the lines. */
export async function runIn(folder: string, args: readonly string[], given: string | Uint8Array = '') {
  const out: string[] = [];
  const err: string[] = [];
  const pieces: Uint8Array[] = [];
  const code = await run(args, {
    folder,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readArticles,
    gazetteer: async () => builtGazetteer(),
    input: () => inPieces(Buffer.from(given)),
    output: async (bytes) => void pieces.push(bytes),
  });
  return { code, out, err, bytes: Buffer.concat(pieces) };
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield new Uint8Array(bytes.subarray(at, at + 1000));
}
