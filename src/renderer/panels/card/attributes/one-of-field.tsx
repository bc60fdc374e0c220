import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useId } from 'react';
import { t } from '../../../../core/messages/translate.ts';
import type { Identifier } from '../../../../core/model/identifier.ts';
import { useApplication } from '../../../app/use-application.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';
import { keepAttribute } from './keep-attribute.ts';

/** Options stand side by side when there are few and their names, in characters, fit a narrow card; else they fold into a list. */
const mostSideBySide = 4;
const longestSideBySide = 20;

/** One of the options, or none. */
export function OneOfField(props: ValueFieldProps<Identifier>) {
  const { options } = props.definition;
  const length = options.reduce((sum, { name }) => sum + name.length, 0);
  const isShort = options.length <= mostSideBySide && length <= longestSideBySide;
  const isKnown = props.value === undefined || options.some(({ id }) => id === props.value);
  return isShort && isKnown ? <SideBySide {...props} /> : <Folded {...props} />;
}

/** Pressing the pressed one again clears the choice. */
function SideBySide({ span, definition, readOnly, value }: ValueFieldProps<Identifier>) {
  const app = useApplication();
  return (
    <>
      <span className="attribute-name" aria-hidden="true">
        {definition.name}
      </span>
      <ToggleGroup
        className="segmented attribute-choices"
        aria-label={definition.name}
        disabled={readOnly}
        value={value === undefined ? [] : [value]}
        onValueChange={([chosen]) => keepAttribute(app, span.id, definition, chosen)}
      >
        {definition.options.map(({ id, name }) => (
          <Toggle key={id} value={id} title={id === value ? t('panels.card.pressAgainToClear') : undefined}>
            {name}
          </Toggle>
        ))}
      </ToggleGroup>
    </>
  );
}

function Folded({ span, definition, readOnly, value }: ValueFieldProps<Identifier>) {
  const app = useApplication();
  const id = useId();
  const { options } = definition;
  const isKnown = value === undefined || options.some((option) => option.id === value);
  return (
    <>
      <label className="attribute-name" htmlFor={id}>
        {definition.name}
      </label>
      <div>
        <select
          id={id}
          className="attribute-select"
          data-empty={value === undefined || undefined}
          value={value ?? ''}
          disabled={readOnly}
          onChange={(event) =>
            keepAttribute(
              app,
              span.id,
              definition,
              event.target.value === '' ? undefined : event.target.value,
            )
          }
        >
          <option value="">{t('panels.card.notSaid')}</option>
          {isKnown ? null : (
            <option value={value} disabled>
              {value}
            </option>
          )}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
        {isKnown ? null : (
          <p className="attribute-warning">{t('panels.card.valueIsNotAmongThe', { value })}</p>
        )}
      </div>
    </>
  );
}
