import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

interface DraftFieldProps {
  readonly label: string;
  /** What is kept; when undo changes it the field follows. */
  readonly value: string;
  readonly readOnly: boolean;
  readonly multiline?: boolean;
  readonly hint?: string;
  readonly onKeep: (draft: string) => void;
}

/** A field that is kept when it is left, with Enter (in several lines with Ctrl+Enter), and when it goes away; Esc takes back what was written. */
export function DraftField({ label, value, readOnly, multiline = false, hint, onKeep }: DraftFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setDraft(value);
  }
  const latest = useRef({ draft, value, onKeep });
  useEffect(() => {
    latest.current = { draft, value, onKeep };
  });
  const keep = () => {
    const last = latest.current;
    if (last.draft !== last.value) last.onKeep(last.draft);
  };
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.draft !== last.value) last.onKeep(last.draft);
    },
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) keep();
    else if (event.key === 'Escape' && draft !== value) setDraft(value);
    else return;
    event.preventDefault();
  };
  const common = {
    id,
    className: 'text-field',
    dir: 'auto',
    value: draft,
    readOnly,
    onBlur: keep,
    onKeyDown,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  } as const;
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {multiline ? (
        <textarea {...common} rows={2} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <input {...common} onChange={(event) => setDraft(event.target.value)} />
      )}
      {hint === undefined ? null : (
        <p className="field-hint soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
