import { count } from '../../../core/text/number-words.ts';
import type { FailedFile } from '../../app/opening/failed-file.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface FailuresDialogProps {
  readonly opened: number;
  readonly failures: readonly FailedFile[];
}

/** Each file that could not be opened, why, and what to do. */
export function FailuresDialog({ opened, failures }: FailuresDialogProps) {
  const app = useApplication();
  // Two files may have one name and one fault.
  const listed = failures.map((failure, key) => ({ ...failure, key }));
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title={`${count(failures.length, 'file')} could not be opened`}
      alert
      onClose={close}
      onSubmit={close}
      actions={
        <Button kind="primary" type="submit">
          Close
        </Button>
      }
    >
      {opened > 0 ? <p>The other {count(opened, 'file')} opened.</p> : null}
      <ul className="sentence-list">
        {listed.map(({ name, message, key }) => (
          <li key={key}>
            {message.includes(name) ? (
              message
            ) : (
              <>
                <bdi>“{name}”</bdi>: {message}
              </>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
