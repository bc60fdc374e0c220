import { useEffect, useState } from 'react';
import type { ScanArgs, ScanBatch, ScanName } from '../workers/scan/scan-jobs.ts';
import { useApplication } from './use-application.ts';

export interface Scanned<Value> {
  /** What was found so far. */
  readonly value: Value;
  /** False until the project was read to its end once. */
  readonly isDone: boolean;
  /** Why it cannot be read, in a sentence. */
  readonly problem: string | null;
}

/**
 * What a scan finds, as it finds it. After each step that changes the project it is run again, and what was found before stands until then.
 * @param args the same object for the same question.
 * @param add adds a batch to what was found; it, and `initial`, are constant.
 */
export function useScan<Name extends ScanName, Value>(
  job: Name,
  args: ScanArgs<Name>,
  initial: Value,
  add: (value: Value, batch: ScanBatch<Name>) => Value,
): Scanned<Value> {
  const app = useApplication();
  const [scanned, setScanned] = useState<Scanned<Value>>({ value: initial, isDone: false, problem: null });
  useEffect(() => {
    let running = new AbortController();
    const scan = async (signal: AbortSignal) => {
      let value = initial;
      try {
        for await (const batch of app.scans.run(job, args, signal)) {
          if (signal.aborted) return;
          value = add(value, batch);
          const soFar = value;
          setScanned((before) => (before.isDone ? before : { ...before, value: soFar }));
        }
        if (!signal.aborted) setScanned({ value, isDone: true, problem: null });
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        if (!signal.aborted) setScanned((before) => ({ ...before, isDone: true, problem }));
      }
    };
    const restart = () => {
      running.abort();
      running = new AbortController();
      void scan(running.signal);
    };
    restart();
    const stop = app.workbench.project.subscribe((state, before) => {
      if (state.history !== before.history) restart();
    });
    return () => {
      stop();
      running.abort();
    };
  }, [app, job, args, initial, add]);
  return scanned;
}
