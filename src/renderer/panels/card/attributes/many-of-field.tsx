import { useState } from 'react';
import { t } from '../../../../core/messages/translate.ts';
import type { Identifier } from '../../../../core/model/identifier.ts';
import { useApplication } from '../../../app/use-application.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';
import { keepAttribute } from './keep-attribute.ts';

/** From so many options on a field filters them. */
const manyOptions = 10;

/** Any of the options. Values that are none of them stay until they are unticked. */
export function ManyOfField({
  span,
  definition,
  readOnly,
  value = [],
}: ValueFieldProps<readonly Identifier[]>) {
  const app = useApplication();
  const [query, setQuery] = useState('');
  const { name, options } = definition;
  const known = new Set(options.map(({ id }) => id));
  const strangers = value.filter((id) => !known.has(id)).map((id) => ({ id, name: id }));
  const sought = query.trim().toLowerCase();
  const all = [...strangers, ...options];
  // In the order of the tag set, so that the same choice is the same value however it came about.
  const toggle = (id: Identifier, isChosen: boolean) => {
    const chosen = all.filter((option) => (option.id === id ? isChosen : value.includes(option.id)));
    keepAttribute(
      app,
      span.id,
      definition,
      chosen.map((option) => option.id),
    );
  };
  const shown = all.filter((option) => option.name.toLowerCase().includes(sought));
  return (
    <fieldset className="attribute-wide many-of">
      <legend className="attribute-name">{name}</legend>
      {options.length < manyOptions ? null : (
        <input
          type="search"
          className="text-field"
          aria-label={t('panels.card.filterName', { name })}
          placeholder={t('panels.card.filter')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <div className="many-of-options">
        {shown.map((option) => (
          <label key={option.id} className="check-field">
            <input
              type="checkbox"
              checked={value.includes(option.id)}
              disabled={readOnly}
              onChange={(event) => toggle(option.id, event.target.checked)}
            />
            <bdi>{option.name}</bdi>
          </label>
        ))}
        {shown.length === 0 ? <p className="soft">{t('panels.card.nothingMatches')}</p> : null}
      </div>
      {strangers.length === 0 ? null : (
        <p className="attribute-warning">
          {t('panels.card.listNotAmongTheOptions', { list: strangers.map(({ id }) => `“${id}”`).join(', ') })}
        </p>
      )}
    </fieldset>
  );
}
