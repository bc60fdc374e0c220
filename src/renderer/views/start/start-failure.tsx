import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import './start.css';

interface StartFailureProps {
  readonly message: string;
  /** Saves what journal and snapshots hold into one file, and says what came of it; left out where there is nobody to ask. */
  readonly rescue?: (() => Promise<string | undefined>) | undefined;
}

/** What stands in the window when the project could not be opened, or the interface broke. */
export function StartFailure({ message, rescue }: StartFailureProps) {
  const [said, setSaid] = useState<string | undefined>();
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
      </div>
      {said === undefined ? null : <p role="status">{said}</p>}
    </main>
  );
}
