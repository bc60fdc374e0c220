import { CaseSensitive, Regex, WholeWord } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Query } from '../../core/search/query.ts';
import { Button } from './button.tsx';
import './query-toggles.css';

interface QueryTogglesProps {
  readonly query: Query;
  readonly onChange: (query: Query) => void;
}

const toggles = [
  { name: 'Match case', icon: CaseSensitive, code: 'KeyC', keys: 'Alt+C' },
  { name: 'Whole words', icon: WholeWord, code: 'KeyW', keys: 'Alt+W' },
  { name: 'Regular expression', icon: Regex, code: 'KeyR', keys: 'Alt+R' },
  { name: 'Match diacritics', icon: null, code: 'KeyD', keys: 'Alt+D' },
] as const;
type Toggle = (typeof toggles)[number];

/** How words are looked for, as four switches. */
export function QueryToggles({ query, onChange }: QueryTogglesProps) {
  return (
    <fieldset className="query-toggles" aria-label="How to search">
      {toggles.map((toggle) => (
        <Button
          key={toggle.name}
          kind="quiet"
          className={
            toggle.icon === null ? 'icon-button query-toggle letter-toggle' : 'icon-button query-toggle'
          }
          aria-label={toggle.name}
          title={`${toggle.name} (${toggle.keys})`}
          aria-keyshortcuts={toggle.keys}
          aria-pressed={isOn(query, toggle)}
          onClick={() => onChange(toggled(query, toggle))}
        >
          {toggle.icon === null ? null : <toggle.icon size={17} aria-hidden="true" />}
        </Button>
      ))}
    </fieldset>
  );
}

/** What Alt and a letter, pressed in the field beside the switches, make of the query; undefined for any other key. */
export function toggledByKey(query: Query, press: KeyboardEvent): Query | undefined {
  if (!press.altKey || press.ctrlKey || press.metaKey) return undefined;
  // By its place on the keyboard: with Alt some systems type another character.
  const toggle = toggles.find(({ code }) => code === press.code);
  return toggle === undefined ? undefined : toggled(query, toggle);
}

function isOn(query: Query, { name }: Toggle): boolean {
  switch (name) {
    case 'Match case':
      return query.matchCase;
    case 'Whole words':
      return query.mode === 'wholeWord';
    case 'Regular expression':
      return query.mode === 'regularExpression';
    case 'Match diacritics':
      return !query.foldDiacritics;
  }
}

function toggled(query: Query, { name }: Toggle): Query {
  switch (name) {
    case 'Match case':
      return { ...query, matchCase: !query.matchCase };
    case 'Whole words':
      return { ...query, mode: query.mode === 'wholeWord' ? 'plain' : 'wholeWord' };
    case 'Regular expression':
      return { ...query, mode: query.mode === 'regularExpression' ? 'plain' : 'regularExpression' };
    case 'Match diacritics':
      return { ...query, foldDiacritics: !query.foldDiacritics };
  }
}
