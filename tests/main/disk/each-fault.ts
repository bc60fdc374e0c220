import { deadlineFileLayer } from '../../../src/main/disk/deadline-file-layer.ts';
import { type Fault, type FileCall, faultyFileLayer } from '../../../src/main/disk/faulty-file-layer.ts';
import type { FileLayer } from '../../../src/main/disk/file-layer.ts';

/** A way in which the k-th call fails. */
export interface FaultCase {
  readonly fault: Fault;
  readonly lasting: boolean;
}

const errors = ['ENOSPC', 'EIO', 'EACCES', 'EBUSY'].map((code): Fault => ({ kind: 'error', code }));
const kinds: readonly Fault[] = [...errors, { kind: 'short' }, { kind: 'lie' }];

export const faultCases: readonly FaultCase[] = [
  ...kinds.flatMap((fault) => [
    { fault, lasting: false },
    { fault, lasting: true },
  ]),
  { fault: { kind: 'crash-before' }, lasting: true },
  { fault: { kind: 'crash-after' }, lasting: true },
  { fault: { kind: 'hang' }, lasting: false },
  { fault: { kind: 'hang' }, lasting: true },
  { fault: { kind: 'late' }, lasting: false },
];

export function nameOf({ fault, lasting }: FaultCase): string {
  return `${fault.kind === 'error' ? fault.code : fault.kind}, ${lasting ? 'lasting' : 'once'}`;
}

/** Only writes can be short; a fault of that kind passes other calls by. */
export function applies(fault: Fault, call: FileCall): boolean {
  return (fault.kind !== 'short' && fault.kind !== 'lie') || call === 'write';
}

/**
 * Runs something again and again, with the first call failing, then the second, and so on until a run has fewer calls.
 * @returns how many runs met the fault
 */
export async function eachFault(
  { fault, lasting }: FaultCase,
  run: (wrap: (layer: FileLayer) => FileLayer, k: number) => Promise<void>,
): Promise<number> {
  for (let k = 1; ; k++) {
    let calls = 0;
    let reached = false;
    const decide = (call: FileCall) => {
      if (!applies(fault, call)) return undefined;
      calls += 1;
      if (calls < k || (calls > k && !lasting)) return undefined;
      reached = true;
      return fault;
    };
    const isSilent = fault.kind === 'hang' || fault.kind === 'late';
    const wrap = (layer: FileLayer) =>
      isSilent
        ? deadlineFileLayer(faultyFileLayer(layer, decide, comesLate), soon)
        : faultyFileLayer(layer, decide);
    await run(wrap, k);
    if (!reached) return k - 1;
  }
}

/** A disk in memory answers within the turn of the event loop: what has not been answered by the next never will be. */
function soon(_milliseconds: number, action: () => void): () => void {
  const immediate = setImmediate(action);
  return () => clearImmediate(immediate);
}

/** After its caller gave it up, and went on for a moment. */
function comesLate(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
