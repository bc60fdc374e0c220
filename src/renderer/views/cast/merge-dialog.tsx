import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { rankEntities } from '../../../core/cast/rank-entities.ts';
import type { Entity } from '../../../core/model/entity.ts';
import { mergeEntities } from '../../../core/operations/gestures/merge-entities.ts';
import { performOnCast } from '../../app/cast.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import { offered } from '../../app/who-is-it.ts';
import type { Workbench } from '../../store/workbench.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import { touchedWords } from './touched-words.ts';
import { useSpans } from './use-spans.ts';

interface MergeDialogProps {
  readonly entity: Entity;
  readonly onClose: () => void;
}

/** Asks with whom to merge, and says what that touches before it is done. */
export function MergeDialog({ entity, onClose }: MergeDialogProps) {
  const app = useApplication();
  const cast = useProject((state) => state.project.entities);
  const recent = useInterface((state) => state.recentEntities);
  const [query, setQuery] = useState('');
  const [into, setInto] = useState<Entity | null>(null);
  const read = useCallback((workbench: Workbench) => workbench.spansOfEntity(entity.id), [entity.id]);
  const spans = useSpans(read);
  const submit = useRef<HTMLButtonElement>(null);
  const isReady = into !== null && spans !== null;
  useEffect(() => {
    // Whoever has chosen goes on with Enter.
    if (isReady) submit.current?.focus();
  }, [isReady]);
  const others = useMemo(() => cast.filter(({ id }) => id !== entity.id), [cast, entity.id]);
  const ranked = useMemo(
    () => rankEntities({ words: entity.name, start: 0, mentions: [], cast: others, recent }),
    [entity.name, others, recent],
  );
  const options = offered(ranked, query).map((proposal) => ({
    id: proposal.entity.id,
    content: (
      <span className="listbox-option-words">
        <bdi>{proposal.entity.name}</bdi>
        {proposal.entity.role === '' ? null : <bdi className="cast-option-role"> {proposal.entity.role}</bdi>}
      </span>
    ),
  }));
  const merge = () => {
    if (into === null || spans === null) return;
    const isDone = performOnCast(app, (now, by, current) =>
      mergeEntities(now, entity, into, spans, by, current),
    );
    if (!isDone) return;
    app.notices.inform(
      `“${entity.name}” is now ${into.name}: ${touchedWords(spans)} changed. Undo takes it back.`,
    );
    app.interface.setState({ castSubject: { kind: 'entity', id: into.id } });
    onClose();
  };
  return (
    <Dialog
      title={`Merge “${entity.name}”`}
      onClose={onClose}
      onSubmit={merge}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button ref={submit} kind="primary" type="submit" disabled={!isReady}>
            Merge
          </Button>
        </>
      }
    >
      <p>Who is “{entity.name}” really? The names of both are kept; the one chosen here stays.</p>
      <div className="cast-choice">
        <FilteredListbox
          label="Merge with"
          inputLabel="Search the cast to merge with"
          placeholder="Search the cast"
          query={query}
          onQuery={(words) => {
            setQuery(words);
            setInto(null);
          }}
          options={options}
          empty={others.length === 0 ? 'Nobody else is in the cast.' : 'Nobody has these letters.'}
          onChoose={(id) => setInto(others.find((other) => other.id === id) ?? null)}
        />
      </div>
      <p role="status" className="cast-preview">
        {spans === null
          ? 'Reading the project…'
          : into === null
            ? `${touchedWords(spans)} would change.`
            : `${touchedWords(spans)} will stand for ${into.name}. One undo takes it back.`}
      </p>
    </Dialog>
  );
}
