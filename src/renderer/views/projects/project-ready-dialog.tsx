import { count } from '../../../core/text/number-words.ts';
import { openProject } from '../../app/projects/open-project.ts';
import { useApplication } from '../../app/use-application.ts';
import type { Planted } from '../../store/plant-project.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface ProjectReadyDialogProps {
  readonly planted: Planted;
  readonly how: 'copied' | 'restored';
}

/** A project was made beside the open one: offers to open it. */
export function ProjectReadyDialog({ planted, how }: ProjectReadyDialogProps) {
  const app = useApplication();
  const { articles, annotations, links } = planted.counts;
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title={how === 'copied' ? 'Project copied' : 'Project restored'}
      focusFirst="default"
      onClose={close}
      onSubmit={() => {
        close();
        void openProject(app, planted.projectId).catch(app.reportFault);
      }}
      actions={
        <>
          <Button onClick={close}>Stay here</Button>
          <Button kind="primary" type="submit">
            Open
          </Button>
        </>
      }
    >
      <p>
        <bdi>“{planted.name}”</bdi> is there, checked and saved: {count(articles, 'article')},{' '}
        {count(annotations, 'annotation')}, {count(links, 'link')}.
      </p>
      <p>Open it now? The project that is open stays as it is.</p>
    </Dialog>
  );
}
