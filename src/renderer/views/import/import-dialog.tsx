import type { ImportOffer } from '../../app/exchange/import-offer.ts';
import { takeOffer } from '../../app/exchange/offer-import.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** So many lines are shown; a damaged dataset may have one for each of its spans. */
const mostFaults = 200;

/** What a dataset holds, what will not come in and why; nothing has changed until "Import". */
export function ImportDialog({ offer }: { readonly offer: ImportOffer }) {
  const app = useApplication();
  const close = () => app.interface.setState({ dialog: null });
  const isNothingNew = offer.operation === null;
  return (
    <Dialog
      title="Import dataset"
      focusFirst="default"
      onClose={close}
      onSubmit={() => void takeOffer(app, offer).catch(app.reportFault)}
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
        <bdi>“{offer.fileName}”</bdi> holds {offer.holds.join(', ')}.
      </p>
      {isNothingNew ? <p>All of it is in this project already.</p> : null}
      {offer.effects.length === 0 ? null : (
        <ul className="sentence-list">
          {offer.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
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
