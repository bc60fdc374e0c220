import { dateFormat } from '../../../core/messages/date-format.ts';
import { count } from '../../../core/text/number-words.ts';
import type { RestoreOffer } from '../../app/projects/restore-offer.ts';
import { restoreProject } from '../../app/projects/restore-project.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const time = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

/** What an archive holds; nothing has changed until "Restore". */
export function RestoreDialog({ offer }: { readonly offer: RestoreOffer }) {
  const app = useApplication();
  const { project, counts, archivedAt } = offer.archive.manifest;
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title="Restore project"
      focusFirst="default"
      onClose={close}
      onSubmit={() => void restoreProject(app, offer).catch(app.reportFault)}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={app.session.readOnly !== null}>
            Restore
          </Button>
        </>
      }
    >
      <p>
        <bdi>“{offer.fileName}”</bdi> holds the project <bdi>“{project.name}”</bdi> as it was on{' '}
        {time.format(new Date(archivedAt))}: {count(counts.articles, 'article')},{' '}
        {count(counts.annotations, 'annotation')}, {count(counts.links, 'link')}.
      </p>
      <p>It is restored as a project of its own. Nothing in the project that is open now changes.</p>
    </Dialog>
  );
}
