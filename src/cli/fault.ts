import type { Surroundings } from './command.ts';

/** What is wrong with an input. */
export interface Fault {
  /** As the person named it. */
  readonly file: string;
  /** From 1. */
  readonly line?: number | undefined;
  readonly reason: string;
}

/** One line a fault on standard error, in the form that editors jump to. */
export function reportFaults(faults: readonly Fault[], { err }: Pick<Surroundings, 'err'>): void {
  for (const { file, line, reason } of faults) {
    err(`${file}${line === undefined ? '' : `:${line}`}: ${reason.replace(/\s*\n\s*/g, ' ')}`);
  }
}
