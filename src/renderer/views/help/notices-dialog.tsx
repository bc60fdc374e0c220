import { useEffect, useState } from 'react';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReadOnlyText } from './read-only-text.tsx';

const absent = 'The notices lie beside an installed Ascribe; beside this one there are none.';

/** The licences of what the app is built with. */
export function NoticesDialog() {
  const app = useApplication();
  const [text, setText] = useState('Being read…');
  useEffect(() => {
    let wanted = true;
    app.bridge
      .request('notices.read', {})
      .then((answer) => wanted && setText(answer.text ?? absent), app.reportFault);
    return () => {
      wanted = false;
    };
  }, [app]);
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title="Third-party notices"
      size="wide"
      onClose={close}
      onSubmit={close}
      actions={
        <Button kind="primary" type="submit">
          Close
        </Button>
      }
    >
      <ReadOnlyText label="Notices" text={text} />
    </Dialog>
  );
}
