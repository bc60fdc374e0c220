import type { ReactNode } from 'react';
import type { TagSetStep } from '../../../core/operations/gestures/tag-set-step.ts';
import { commitPlan } from '../../app/tag-set/plan-step.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { usePlan } from './use-plan.ts';

interface StepDialogProps {
  readonly title: string;
  readonly confirm: string;
  /** Null while something has still to be chosen. */
  readonly step: TagSetStep | null;
  readonly nothing: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Says what a change of the tag set does to annotations, before it is made. */
export function StepDialog({ title, confirm, step, nothing, onClose, children }: StepDialogProps) {
  const app = useApplication();
  const planning = usePlan(step);
  const plan = step !== null && planning.kind === 'planned' ? planning.plan : null;
  const make = () => {
    if (plan !== null && commitPlan(app, plan)) onClose();
  };
  return (
    <Dialog
      title={title}
      alert
      onClose={onClose}
      onSubmit={make}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={plan === null}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {step === null ? null : <PlanSummary planning={planning} nothing={nothing} />}
    </Dialog>
  );
}
