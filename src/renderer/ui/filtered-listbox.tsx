import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { listKeyTarget } from './list-keys.ts';
import './filtered-listbox.css';

export interface ListboxOption {
  readonly id: string;
  /** Its text is the option's name. */
  readonly content: ReactNode;
}

interface FilteredListboxProps {
  /** Name of the listbox. */
  readonly label: string;
  readonly inputLabel: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What fits the query, the best first. */
  readonly options: readonly ListboxOption[];
  readonly empty: string;
  readonly onChoose: (id: string) => void;
  /** Answers Enter in the place of `onChoose`, for lists that follow the query a moment later: hears the marked option. */
  readonly onEnter?: (id: string | undefined) => void;
  /** Hears which option is marked, when that is of use before one is chosen. */
  readonly onActive?: (id: string | null) => void;
}

const pageful = 8;

/** A field and the options that fit what is typed in it; the field keeps the focus while arrow keys walk the options. */
export function FilteredListbox(props: FilteredListboxProps) {
  const { label, inputLabel, placeholder, query, onQuery, options, empty, onChoose, onEnter, onActive } =
    props;
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(active, options.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const activeId = options[at]?.id ?? null;
  useEffect(() => onActive?.(activeId), [onActive, activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = options[at];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (event.nativeEvent.isComposing) return;
      if (onEnter !== undefined) onEnter(chosen?.id);
      else if (chosen !== undefined) onChoose(chosen.id);
      return;
    }
    // Home and End belong to the field.
    if (event.key === 'Home' || event.key === 'End') return;
    const target = listKeyTarget(event, at, options.length, pageful);
    if (target === undefined) return;
    event.preventDefault();
    setActive(target);
  };

  return (
    <div className="filtered-listbox">
      <input
        role="combobox"
        aria-label={inputLabel}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? optionId(at) : undefined}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setActive(0);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {options.length === 0 ? <p className="listbox-empty">{empty}</p> : null}
      <div
        ref={list}
        id={listId}
        className="listbox"
        role="listbox"
        aria-label={label}
        hidden={options.length === 0}
      >
        {options.map((option, index) => (
          <div
            key={option.id}
            id={optionId(index)}
            className="listbox-option"
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            tabIndex={-1}
            onClick={() => onChoose(option.id)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onChoose(option.id);
            }}
          >
            {option.content}
          </div>
        ))}
      </div>
    </div>
  );
}
