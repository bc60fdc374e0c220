import { useState } from 'react';
import type { CarriedSpan, Fate } from '../../../core/operations/gestures/carry-over.ts';
import { count } from '../../../core/text/number-words.ts';
import { takeCarryOver } from '../../app/articles/carry-over.ts';
import type { CarryOverOffer } from '../../app/articles/carry-over-offer.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CarriedList } from './carried-list.tsx';

/** What each fate is called in a sentence about many. */
const fateWords: Readonly<Record<Fate, string>> = {
  unmoved: 'where they were',
  moved: 'moved',
  changed: 'changed',
  vanished: 'gone',
};

/** What became of each annotation of the earlier version; the person decides which come along. */
export function CarryOverDialog({ offer }: { readonly offer: CarryOverOffer }) {
  const app = useApplication();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const close = () => app.interface.setState({ dialog: null });
  const chosen = offer.carried.filter(({ span, fate }) => fate !== 'vanished' && !leftOut.has(span.id));
  return (
    <Dialog
      title="Carry annotations over"
      size="wide"
      focusFirst="default"
      onClose={close}
      onSubmit={() => void takeCarryOver(app, offer, chosen).catch(app.reportFault)}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={chosen.length === 0}>
            {`Carry over ${count(chosen.length, 'annotation')}`}
          </Button>
        </>
      }
    >
      <p>
        Of {count(offer.carried.length, 'annotation')} of the earlier version, {fateCounts(offer.carried)}.
        Both versions stay; undo takes it back.
      </p>
      <CarriedList carried={offer.carried} leftOut={leftOut} onLeaveOut={setLeftOut} />
    </Dialog>
  );
}

/** `3 stand where they were, 1 is gone`. */
function fateCounts(carried: readonly CarriedSpan[]): string {
  const counts = new Map<Fate, number>();
  for (const { fate } of carried) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return (['unmoved', 'moved', 'changed', 'vanished'] as const)
    .flatMap((fate) => {
      const times = counts.get(fate);
      return times === undefined ? [] : [`${times} ${times === 1 ? 'is' : 'are'} ${fateWords[fate]}`];
    })
    .join(', ');
}
