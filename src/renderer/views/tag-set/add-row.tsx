import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import '../../ui/field.css';

interface AddRowProps {
  readonly label: string;
  readonly button: string;
  readonly icon: LucideIcon;
  readonly disabled: boolean;
  /** @returns why not, or null. */
  readonly onAdd: (words: string) => string | null;
}

/** A field for something new, and the button that adds it; Enter in the field does the same. */
export function AddRow({ label, button, icon: Icon, disabled, onAdd }: AddRowProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = () => {
    const refused = words.trim() === '' ? null : onAdd(words);
    setProblem(refused);
    if (refused === null) setWords('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') add();
    else if (event.key === 'Escape' && words !== '') setWords('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="add-row">
      <div>
        <label className="visually-hidden" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          className="text-field"
          type="text"
          dir="auto"
          maxLength={256}
          placeholder={label}
          value={words}
          disabled={disabled}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p className="field-hint field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      </div>
      <Button disabled={disabled || words.trim() === ''} onClick={add}>
        <Icon size={14} aria-hidden="true" /> {button}
      </Button>
    </div>
  );
}
