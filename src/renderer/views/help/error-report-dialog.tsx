import { useEffect, useState } from 'react';
import { copyText } from '../../app/copy-text.ts';
import { makeErrorReport } from '../../app/error-report.ts';
import { saveFile } from '../../app/exchange/save-file.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReadOnlyText } from './read-only-text.tsx';

/** Shows a report on the app before it is saved or copied; it goes nowhere by itself. */
export function ErrorReportDialog() {
  const app = useApplication();
  const [text, setText] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let wanted = true;
    makeErrorReport(app).then(
      (made) => wanted && setText(made),
      (error: unknown) => wanted && setSaid(`The report could not be made. ${words(error)}`),
    );
    return () => {
      wanted = false;
    };
  }, [app]);
  const close = () => app.interface.setState({ dialog: null });
  const save = async (report: string) => {
    await saveFile(app, {
      title: 'Save error report',
      suggestedName: 'ascribe-report.txt',
      filter: { name: 'Text', extensions: ['txt'] },
      bytes: new TextEncoder().encode(report),
    });
    close();
  };
  return (
    <Dialog
      title="Save error report"
      size="wide"
      onClose={close}
      onSubmit={() => {
        if (text !== null) save(text).catch(app.reportFault);
      }}
      actions={
        <>
          <Button kind="quiet" onClick={close}>
            Close
          </Button>
          <Button
            disabled={text === null}
            onClick={() => {
              copyText(text ?? '');
              setSaid('The report was copied.');
            }}
          >
            Copy
          </Button>
          <Button kind="primary" type="submit" disabled={text === null}>
            Save…
          </Button>
        </>
      }
    >
      <p>
        This is all that the report says: versions, sizes, settings and the log of the app. Texts, names and
        paths are left out. Read it through; it is sent nowhere, and only you can hand it on.
      </p>
      <ReadOnlyText label="Report" text={text ?? 'Being made…'} />
      <p role="status">{said}</p>
    </Dialog>
  );
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
