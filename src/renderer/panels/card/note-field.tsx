import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Span } from '../../../core/model/span.ts';
import { setNote } from '../../../core/operations/gestures/change-span.ts';
import type { Application } from '../../app/application.ts';
import { authorshipNow } from '../../app/perform.ts';
import { focusText, placeIds } from '../../app/places.ts';
import { useApplication } from '../../app/use-application.ts';

interface NoteFieldProps {
  readonly span: Span;
  readonly readOnly: boolean;
}

/** The note of the current span. It is kept when the field is left, with Ctrl+Enter, or when another span becomes current. */
export function NoteField({ span, readOnly }: NoteFieldProps) {
  const app = useApplication();
  const label = useId();
  const [draft, setDraft] = useState(span.note);
  const [seen, setSeen] = useState(span.note);
  if (seen !== span.note) {
    // Undo, or another window of the same span, changed the note.
    setSeen(span.note);
    setDraft(span.note);
  }
  const latest = useRef({ id: span.id, draft });
  useEffect(() => {
    latest.current = { id: span.id, draft };
  });
  useEffect(() => () => keepNote(app, latest.current.id, latest.current.draft), [app]);

  return (
    <div>
      <label className="field-label" htmlFor={placeIds.note} id={label}>
        {t('panels.card.note')}
      </label>
      <textarea
        id={placeIds.note}
        className="text-field"
        dir="auto"
        rows={1}
        placeholder={t('panels.card.addANote')}
        value={draft}
        readOnly={readOnly}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => keepNote(app, span.id, draft)}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.key !== 'Escape' && !isDone) return;
          event.preventDefault();
          event.stopPropagation();
          keepNote(app, span.id, draft);
          focusText(app);
        }}
      />
    </div>
  );
}

function keepNote(app: Application, id: string, note: string): void {
  const span = app.workbench.project.getState().open?.spans.get(id);
  if (span === undefined || span.note === note) return;
  const result = setNote(span, note, authorshipNow(app));
  if (result.ok) app.workbench.commit(result.value.operation, result.value.label);
}
