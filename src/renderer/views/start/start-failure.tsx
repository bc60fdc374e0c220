import { Button } from '../../ui/button.tsx';
import './start.css';

/** What stands in the window when the project could not be opened, or the interface broke. */
export function StartFailure({ message }: { readonly message: string }) {
  return (
    <main className="empty-project">
      <h1>Ascribe could not go on</h1>
      <p role="alert">{message}</p>
      <p>
        What was saved is safe on the disk. Reload the window; if that does not help, quit and start again.
      </p>
      <Button kind="primary" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </main>
  );
}
