import { useEffect, useState } from 'react';
import type { TagSetStep } from '../../../core/operations/gestures/tag-set-step.ts';
import { type MadePlan, planStep } from '../../app/tag-set/plan-step.ts';
import { useApplication, useProject } from '../../app/use-application.ts';

/** How far the working out of a step has come. */
export type Planning =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'planned'; readonly plan: MadePlan }
  | { readonly kind: 'failed'; readonly message: string };

/** Works a step out while the component is there, and again when the project changes under it. */
export function usePlan(step: TagSetStep | null): Planning {
  const app = useApplication();
  const history = useProject((state) => state.history);
  const [planning, setPlanning] = useState<Planning>({ kind: 'reading', done: 0, total: 0 });
  useEffect(() => {
    if (step === null) return;
    const stopped = new AbortController();
    setPlanning({ kind: 'reading', done: 0, total: 0 });
    planStep(app, step, {
      history,
      signal: stopped.signal,
      progress: (done, total) => setPlanning({ kind: 'reading', done, total }),
    }).then(
      (plan) => {
        if (plan !== null) setPlanning({ kind: 'planned', plan });
      },
      (error: unknown) => {
        if (stopped.signal.aborted) return;
        setPlanning({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => stopped.abort();
  }, [app, step, history]);
  return planning;
}
