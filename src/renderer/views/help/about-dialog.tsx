import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export function AboutDialog() {
  const app = useApplication();
  const { versions } = app.session;
  const ended = versions.electronSupportEnded;
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
      {ended === null ? null : <p>{endedWords(versions.electron, ended)}</p>}
    </Dialog>
  );
}

function endedWords(electron: string, ended: string): string {
  const major = electron.split('.', 1)[0];
  return `The support of Electron ${major} ended on ${date.format(new Date(ended))}: what was found at fault in it since is not mended in it. It runs here because a current one could not be had. Open files of strangers with that in mind.`;
}
