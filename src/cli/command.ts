import type { ReadArticles } from '../core/formats/reading/read-one-article.ts';

/** Where a command reads and writes. Paths are relative to `folder`. */
export interface Surroundings {
  readonly folder: string;
  /** A line on standard output. */
  out(line: string): void;
  /** A line on standard error. */
  err(line: string): void;
  /** Where somebody watches: words on what is done just now, in place of those before; none take them away. */
  readonly progress?: ((words: string) => void) | undefined;
  /** Reads the articles in a file, whose bytes it takes over. */
  readonly readArticles: ReadArticles;
  /** The gazetteer, in which names of places are looked up. Fails where the build has none. */
  gazetteer(): Promise<string>;
  /** What comes on standard input; asked for once. */
  input(): AsyncIterable<Uint8Array>;
  /** Bytes on standard output. Settles when they are taken, and fails when nobody takes them. */
  output(bytes: Uint8Array): Promise<void>;
}

/** 0 done, 1 the input is at fault, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A command of the command line. Each stands in a file of its own in `commands/` as `export const command`. */
export interface Command {
  readonly name: string;
  /** What follows the name, as `FILE…`; empty when nothing does. */
  readonly operands: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` says beyond that. */
  readonly help: readonly string[];
  run(args: readonly string[], surroundings: Surroundings): Promise<ExitCode>;
}

/** The command line cannot be understood. The message is for the person. */
export class UsageError extends Error {}
