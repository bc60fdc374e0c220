import { useState } from 'react';
import { copyText } from '../../app/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { ReadOnlyText } from '../help/read-only-text.tsx';
import './start.css';

interface StartFailureProps {
  readonly message: string;
  /** Saves what journal and snapshots hold into one file, and says what came of it; left out where there is nobody to ask. */
  readonly rescue?: (() => Promise<string | undefined>) | undefined;
  /** Makes the text of an error report; left out where there is nobody to ask. */
  readonly report?: (() => Promise<string>) | undefined;
}

/** What stands in the window when the project could not be opened, or the interface broke. */
export function StartFailure({ message, rescue, report }: StartFailureProps) {
  const [said, setSaid] = useState<string | undefined>();
  const [reported, setReported] = useState<string | undefined>();
  const show = () => {
    report?.().then(setReported, (error: unknown) =>
      setSaid(error instanceof Error ? error.message : String(error)),
    );
  };
  const save = () => {
    rescue?.().then(setSaid, (error: unknown) =>
      setSaid(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <main className="empty-project">
      <h1>Ascribe could not go on</h1>
      <p role="alert">{message}</p>
      <p>
        What was saved is safe on the disk. Reload the window; if that does not help, quit and start again.
      </p>
      <div className="empty-project-actions">
        <Button kind="primary" onClick={() => window.location.reload()}>
          Reload
        </Button>
        {rescue === undefined ? null : <Button onClick={save}>Save a rescue copy…</Button>}
        {report === undefined || reported !== undefined ? null : (
          <Button onClick={show}>Show error report</Button>
        )}
      </div>
      {reported === undefined ? null : (
        <>
          <p>
            Texts, names and paths are left out of the report. It is sent nowhere; read it before you hand it
            on.
          </p>
          <ReadOnlyText label="Report" text={reported} />
          <Button
            onClick={() => {
              copyText(reported);
              setSaid('The report was copied.');
            }}
          >
            Copy
          </Button>
        </>
      )}
      {said === undefined ? null : <p role="status">{said}</p>}
    </main>
  );
}
