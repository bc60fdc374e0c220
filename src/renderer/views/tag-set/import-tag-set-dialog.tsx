import { count } from '../../../core/text/number-words.ts';
import type { IncomingTagSet } from '../../app/tag-set/tag-set-files.ts';
import { AdoptionDialog } from './adoption-dialog.tsx';

interface ImportTagSetDialogProps {
  readonly incoming: IncomingTagSet;
  readonly onClose: () => void;
}

/** A tag set that was read from a file; nothing has changed until it is used. */
export function ImportTagSetDialog({ incoming, onClose }: ImportTagSetDialogProps) {
  const { fileName, tagSet, notes } = incoming;
  return (
    <AdoptionDialog
      title="Import tag set"
      incoming={tagSet}
      label={`import tag set “${fileName}”`}
      onClose={onClose}
    >
      <p>
        <bdi>“{fileName}”</bdi> holds {count(tagSet.tags.length, 'tag')} and{' '}
        {count(tagSet.relationTypes.length, 'relation')}.
      </p>
      {notes.length === 0 ? null : (
        <ul className="sentence-list" aria-label="Not as in the file">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </AdoptionDialog>
  );
}
