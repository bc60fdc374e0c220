import { useEffect, useState } from 'react';
import type { AttributionStatistics } from '../../../core/measure/attribution-tally.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import type { AttributionScope } from '../../workers/scan/read-attributions.ts';

/** How long is waited after a change before it is counted again, in ms. */
const quiet = 400;

export interface Counting {
  /** What was counted last; null before the first time. */
  readonly statistics: AttributionStatistics | null;
  /** How far the counting under way has come; null when none is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Why it could not be counted; null when it could. */
  readonly failure: string | null;
}

/** The statistics of a scope, counted again when the project changes. @param attempt another number counts anew. */
export function useStatistics(scope: AttributionScope, attempt: number): Counting {
  const app = useApplication();
  const history = useProject((state) => state.history);
  const [counting, setCounting] = useState<Counting>({ statistics: null, progress: null, failure: null });
  useEffect(() => {
    // Named so that the counting is seen to hang on them.
    void [history, attempt];
    const stop = new AbortController();
    const run = async () => {
      for await (const { done, total, statistics } of app.scans.run(
        'attributionStatistics',
        scope,
        stop.signal,
      )) {
        if (statistics === null) setCounting((before) => ({ ...before, progress: { done, total } }));
        else setCounting({ statistics, progress: null, failure: null });
      }
    };
    const timer = setTimeout(() => {
      run().catch((error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error);
        setCounting((before) => ({ ...before, progress: null, failure }));
      });
    }, quiet);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [app, scope, history, attempt]);
  return counting;
}
