import { useState } from 'react';
import { count } from '../../../core/text/number-words.ts';
import { bulkEdit } from '../../app/bulk-edit.ts';
import type { BulkTargets } from '../../app/bulk-targets.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { spanCount } from '../../store/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { actionOf, actions, type BulkDraft, firstDraft } from './bulk-draft.ts';
import { BulkValueField } from './bulk-value-field.tsx';

/** Says what is to be done to many annotations, and how many that are. */
export function BulkEditDialog({ targets }: { readonly targets: BulkTargets }) {
  const app = useApplication();
  const { tagSet, entities } = useProject((state) => state.project);
  const inProject = useProject((state) =>
    listedArticles(state.articles).reduce((sum, article) => sum + spanCount(article), 0),
  );
  const [draft, setDraft] = useState<BulkDraft>(() => firstDraft(tagSet));
  const total = [...targets.values()].reduce((sum, ids) => sum + ids.length, 0);
  const annotations = count(total, 'annotation');
  const close = () => app.interface.setState({ dialog: null });
  const edit = actionOf(draft, tagSet);
  const isMost = total * 2 > inProject;
  const submit = () => {
    if (edit === undefined) return;
    close();
    void bulkEdit(app, targets, edit).catch(app.reportFault);
  };
  return (
    <Dialog
      title={`Edit ${annotations} in ${count(targets.size, 'article')}`}
      onClose={close}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={edit === undefined || total === 0}>
            {`${actions.find(({ value }) => value === draft.action)?.verb ?? ''} ${annotations}`}
          </Button>
        </>
      }
    >
      <ChoiceGroup
        label="What to do"
        value={draft.action}
        choices={actions.filter(({ value }) => value !== 'entity' || entities.length > 0)}
        onChange={(action) => setDraft({ ...draft, action })}
      />
      {draft.action === 'retag' ? (
        <SelectField
          label="New tag"
          value={draft.tag}
          options={tagSet.tags.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(tag) => setDraft({ ...draft, tag })}
        />
      ) : null}
      {draft.action === 'entity' || draft.action === 'attribute' ? (
        <BulkValueField draft={draft} onChange={setDraft} />
      ) : null}
      {isMost && draft.action === 'delete' ? (
        <p className="field-problem" role="alert">
          These are more than half of all annotations in the project ({count(inProject, 'annotation')}).
        </p>
      ) : null}
      <p className="field-hint soft">{hints[draft.action]}</p>
    </Dialog>
  );
}

const hints: Record<BulkDraft['action'], string> = {
  retag:
    'Links that the new tag does not allow go. What has a twin with that tag stays as it is. One undo takes all of it back.',
  flag: 'One undo takes all of it back.',
  unflag: 'One undo takes all of it back.',
  entity: 'Only annotations whose tag has this attribute are changed. One undo takes all of it back.',
  attribute: 'Only annotations whose tag has this attribute are changed. One undo takes all of it back.',
  delete: 'Their links go with them. One undo brings all of it back.',
};
