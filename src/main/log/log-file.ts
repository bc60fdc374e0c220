import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './log.ts';

const largestLog = 1024 * 1024;
/** So much of it is told in a report, in UTF-16 units: more is not read by anybody. */
const longestRecent = 200_000;

/**
 * The log file, `ascribe.log`, and the one before it. Written at once, so that the last line before a crash is there. A log that cannot be written
 * goes to the standard error stream.
 */
export class LogFile implements Log {
  readonly #path: string;
  readonly #folder: string;
  #size: number | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, 'ascribe.log');
  }

  /** The latest lines, of this run and of those before. */
  recent(): string {
    const whole = [join(this.#folder, 'ascribe.old.log'), this.#path].map(contentOf).join('');
    const from = Math.max(0, whole.length - longestRecent);
    return from === 0 ? whole : whole.slice(whole.indexOf('\n', from) + 1);
  }

  info(message: string): void {
    this.#write('info', message);
  }

  warning(message: string): void {
    this.#write('warning', message);
  }

  error(message: string): void {
    this.#write('error', message);
  }

  #write(level: string, message: string): void {
    const line = `${new Date().toISOString()} ${level} ${message.replace(/\r?\n/g, '\n    ')}\n`;
    try {
      this.#size ??= this.#open();
      if (this.#size + line.length > largestLog) {
        renameSync(this.#path, join(this.#folder, 'ascribe.old.log'));
        this.#size = 0;
      }
      appendFileSync(this.#path, line, { mode: 0o600 });
      this.#size += Buffer.byteLength(line);
    } catch (error) {
      process.stderr.write(`${line}(the log could not be written: ${error})\n`);
    }
  }

  #open(): number {
    mkdirSync(this.#folder, { recursive: true });
    return statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
  }
}

/** Empty when there is none, or none that can be read. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
