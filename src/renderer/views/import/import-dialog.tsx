import { useRef, useState } from 'react';
import type { TagMapping } from '../../../core/formats/map-tags.ts';
import type { ImportOffer, ImportPlan } from '../../app/exchange/import-offer.ts';
import { takeOffer } from '../../app/exchange/offer-import.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MappingFields } from './mapping-fields.tsx';

/** So many lines are shown; a damaged dataset may have one for each of its spans. */
const mostFaults = 200;

/** What a dataset holds, what becomes of its tags, what will not come in and why; nothing has changed until "Import". */
export function ImportDialog({
  offer,
  plan: first,
}: {
  readonly offer: ImportOffer;
  readonly plan: ImportPlan;
}) {
  const app = useApplication();
  const [mapping, setMapping] = useState(offer.mapping);
  const [plan, setPlan] = useState<ImportPlan | null>(first);
  const close = () => app.interface.setState({ dialog: null });
  const wanted = useRef(mapping);
  const map = (changed: TagMapping) => {
    wanted.current = changed;
    setMapping(changed);
    setPlan(null);
    offer.plan(changed).then((planned) => {
      // Of several choices in a row only the last counts.
      if (wanted.current === changed) setPlan(planned);
    }, app.reportFault);
  };
  return (
    <Dialog
      title="Import dataset"
      focusFirst="default"
      onClose={close}
      onSubmit={() => {
        if (plan !== null) void takeOffer(app, offer, plan, mapping).catch(app.reportFault);
      }}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit">
            Import
          </Button>
        </>
      }
    >
      <p>
        <bdi>“{offer.fileName}”</bdi> holds {offer.holds.join(', ')}.{' '}
        <span className="soft">Read as {offer.format.name}.</span>
      </p>
      {offer.preview.length === 0 ? null : (
        <ul className="preview-list soft" aria-label="Some of its annotations">
          {offer.preview.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      <MappingFields offer={offer} mapping={mapping} onChange={map} />
      <div aria-live="polite">
        {plan === null ? <p className="soft">Working out what comes in…</p> : null}
        {plan?.operation === null ? <p>All of it is in this project already.</p> : null}
        {plan === null || plan.effects.length === 0 ? null : (
          <ul className="sentence-list">
            {plan.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        )}
      </div>
      {offer.faults.length === 0 ? (
        <p className="soft">Nothing is left out.</p>
      ) : (
        <section aria-label="What will not come in as it stands">
          <h3 className="section-heading">Not as it stands</h3>
          <ul className="fault-list">
            {offer.faults.slice(0, mostFaults).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
          {offer.faults.length > mostFaults ? <p>And {offer.faults.length - mostFaults} more.</p> : null}
        </section>
      )}
    </Dialog>
  );
}
