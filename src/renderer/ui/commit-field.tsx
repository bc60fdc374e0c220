import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import './field.css';

interface CommitFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  /** Takes what was written. @returns why not, in a sentence, or null. */
  readonly onCommit: (value: string) => string | null;
  readonly lines?: 'one' | 'several';
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** Undoes the last step of the project: called for the key while nothing unkept stands in the field. */
  readonly onUndo?: () => void;
  readonly onRedo?: () => void;
}

/** A field whose words are kept when it is left, with Enter (of several lines, with Ctrl+Enter), or when it goes away; Escape brings back what was there. */
export function CommitField({
  label,
  labelHidden = false,
  value,
  onCommit,
  lines = 'one',
  placeholder,
  readOnly = false,
  onUndo,
  onRedo,
}: CommitFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  if (seen !== value) {
    // Undo, or another step, changed it.
    setSeen(value);
    setDraft(value);
    setProblem(null);
  }
  const commit = () => {
    if (draft === value) return setProblem(null);
    const refused = onCommit(draft);
    setProblem(refused);
    // What comes of it may read otherwise than what was written, or the same as before.
    if (refused === null) setDraft(draft.trim() === value ? value : draft);
  };
  const latest = useRef({ draft, value, onCommit });
  useEffect(() => {
    latest.current = { draft, value, onCommit };
  });
  useEffect(
    () => () => {
      const { draft: left, value: kept, onCommit: keep } = latest.current;
      if (left !== kept) keep(left);
    },
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const withCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && (lines === 'one' || withCommand)) commit();
    else if (event.key === 'Escape' && (draft !== value || problem !== null)) {
      setDraft(value);
      setProblem(null);
    } else if (withCommand && draft === value && /^[zy]$/i.test(event.key)) {
      if (event.shiftKey || event.key.toLowerCase() === 'y') onRedo?.();
      else onUndo?.();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    id,
    className: 'text-field',
    dir: 'auto',
    value: draft,
    placeholder,
    readOnly,
    maxLength: lines === 'one' ? 256 : undefined,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    onBlur: commit,
    onKeyDown,
  } as const;
  return (
    <div className="commit-field">
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      {lines === 'one' ? (
        <input {...shared} type="text" onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <textarea {...shared} rows={3} onChange={(event) => setDraft(event.target.value)} />
      )}
      <p className="field-hint field-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}
