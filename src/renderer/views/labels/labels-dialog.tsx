import { Check, Minus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Identifier } from '../../../core/model/identifier.ts';
import { addLabel, removeLabel } from '../../../core/operations/gestures/label-articles.ts';
import { count } from '../../../core/text/number-words.ts';
import { recordsOf } from '../../app/articles/article-targets.ts';
import { type LabelChoice, labelChoices, labelsInUse } from '../../app/articles/label-choices.ts';
import { performInList } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import './labels.css';

/** Puts labels on articles and takes them off: those in use by a few letters, new ones as they are typed. Each choice is a step of its own. */
export function LabelsDialog({ articleIds }: { readonly articleIds: readonly Identifier[] }) {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const [query, setQuery] = useState('');
  const inUse = useMemo(() => labelsInUse(articles.values()), [articles]);
  // The articles are read from the store; `articles` says when to read anew.
  const records = useMemo(
    () => (articles.size === 0 ? [] : recordsOf(app, articleIds)),
    [app, articles, articleIds],
  );
  const choices = labelChoices(inUse, records, query);
  const close = () => app.interface.setState({ dialog: null });
  const choose = (label: string) => {
    const choice = choices.find((candidate) => candidate.label === label);
    if (choice === undefined) return;
    const now = new Date().toISOString();
    performInList(
      app,
      choice.on === 'all' ? removeLabel(records, label, now) : addLabel(records, label, now),
    );
    setQuery('');
  };
  const [first] = records;
  return (
    <Dialog
      title="Labels"
      onClose={close}
      actions={
        <Button kind="primary" onClick={close}>
          Done
        </Button>
      }
    >
      <p className="soft">
        {records.length === 1 ? <bdi>{first?.title}</bdi> : count(records.length, 'article')}
      </p>
      <div className="labels-box">
        <FilteredListbox
          label="Labels"
          inputLabel="Label"
          placeholder="Type a label"
          query={query}
          onQuery={setQuery}
          options={choices.map((choice) => ({
            id: choice.label,
            content: <ChoiceWords choice={choice} isOne={records.length === 1} />,
          }))}
          empty="No article has a label yet. Type one and press Enter."
          onChoose={choose}
        />
      </div>
    </Dialog>
  );
}

function ChoiceWords({ choice, isOne }: { readonly choice: LabelChoice; readonly isOne: boolean }) {
  const Mark = { all: Check, some: Minus, none: Plus }[choice.on];
  const words = { all: isOne ? 'on it' : 'on all', some: 'on some', none: '' }[choice.on];
  return (
    <>
      <Mark size={14} aria-hidden="true" className="label-mark" data-on={choice.on} />
      <bdi className="listbox-option-words">{choice.label}</bdi>
      <span className="soft">{choice.isNew ? 'New label' : words}</span>
    </>
  );
}
