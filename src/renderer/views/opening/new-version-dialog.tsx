import { useState } from 'react';
import { count } from '../../../core/text/number-words.ts';
import type { VersionQuestion } from '../../app/interface-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** A file has changed since it was opened: its annotations stay with the old text, so the new one becomes an article of its own, or nothing. */
export function NewVersionDialog({ question }: { readonly question: VersionQuestion }) {
  const [forAll, setForAll] = useState(false);
  const { fileName, filesLeft, answer } = question;
  return (
    <Dialog
      title="This file has changed"
      alert
      focusFirst="default"
      onClose={() => answer({ open: false, forAll })}
      onSubmit={() => answer({ open: true, forAll })}
      actions={
        <>
          <Button onClick={() => answer({ open: false, forAll })}>Ignore the new version</Button>
          <Button kind="primary" type="submit">
            Open beside the old
          </Button>
        </>
      }
    >
      <p>
        An article from <bdi>“{fileName}”</bdi> is in the project already, with another text. Its annotations
        are kept either way.
      </p>
      {filesLeft > 0 ? (
        <label className="check-field">
          <input type="checkbox" checked={forAll} onChange={(event) => setForAll(event.target.checked)} />
          {filesLeft === 1
            ? 'Do the same for the file that follows'
            : `Do the same for the ${count(filesLeft, 'file')} that follow`}
        </label>
      ) : null}
    </Dialog>
  );
}
