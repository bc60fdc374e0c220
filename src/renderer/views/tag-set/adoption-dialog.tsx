import { type ReactNode, useEffect, useState } from 'react';
import { addToTagSet, replaceTagSet, type TagSetUse } from '../../../core/formats/adopt-tag-set.ts';
import type { TagSet } from '../../../core/model/tag-set.ts';
import { changeTagSet } from '../../../core/operations/gestures/change-tag-set.ts';
import { tagSetUse } from '../../app/tag-set/tag-set-use.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface AdoptionDialogProps {
  readonly title: string;
  readonly incoming: TagSet;
  /** What the step is called after "Undo". */
  readonly label: string;
  readonly onClose: () => void;
  /** Above the choice: what comes in. */
  readonly children: ReactNode;
}

/** Adds another tag set to the project's, or puts it in its place; says beforehand what that does. No annotation is touched. */
export function AdoptionDialog({ title, incoming, label, onClose, children }: AdoptionDialogProps) {
  const app = useApplication();
  const project = useProject((state) => state.project);
  const [mode, setMode] = useState<'add' | 'replace'>('add');
  const [use, setUse] = useState<TagSetUse | null>(null);
  useEffect(() => {
    const stopped = new AbortController();
    tagSetUse(app, stopped.signal).then(
      (found) => {
        if (!stopped.signal.aborted) setUse(found);
      },
      (error: unknown) => {
        if (!stopped.signal.aborted) app.reportFault(error);
      },
    );
    return () => stopped.abort();
  }, [app]);
  const adoption =
    mode === 'add'
      ? addToTagSet(project.tagSet, incoming)
      : use === null
        ? null
        : replaceTagSet(project.tagSet, incoming, use);
  const isSame = adoption !== null && JSON.stringify(adoption.tagSet) === JSON.stringify(project.tagSet);
  const adopt = () => {
    if (adoption === null) return;
    const result = changeTagSet(project, adoption.tagSet, label);
    if (!isSame && result.ok && !app.workbench.commit(result.value.operation, label)) return;
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={adopt}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={adoption === null || isSame}>
            Use
          </Button>
        </>
      }
    >
      {children}
      <ChoiceGroup
        label="What becomes of the tags here"
        value={mode}
        choices={[
          { value: 'add', label: 'Add what is missing' },
          { value: 'replace', label: 'Replace, but keep what annotations have' },
        ]}
        onChange={setMode}
      />
      <div role="status">
        {adoption === null ? <p className="soft">Looking what annotations have…</p> : null}
        {isSame ? <p>All of it is here already; nothing would change.</p> : null}
        <ul className="sentence-list">
          {(isSame ? [] : (adoption?.effects ?? [])).map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      </div>
      <p className="soft">No annotation is changed. Undo takes it back.</p>
    </Dialog>
  );
}
