import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export function AboutDialog() {
  const app = useApplication();
  const { versions } = app.session;
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title="Ascribe"
      onClose={close}
      onSubmit={close}
      actions={
        <Button kind="primary" type="submit">
          Close
        </Button>
      }
    >
      <p>
        Who said what, where and when in news articles: tagged, linked, and handed on as a dataset. It works
        offline and sends nothing anywhere.
      </p>
      <dl className="fact-list">
        <dt>Version</dt>
        <dd>{versions.app}</dd>
        <dt>Electron</dt>
        <dd>{versions.electron}</dd>
        <dt>Chromium</dt>
        <dd>{versions.chromium}</dd>
      </dl>
    </Dialog>
  );
}
