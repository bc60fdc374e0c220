import { useId } from 'react';
import { t } from '../../../../core/messages/translate.ts';
import { useApplication } from '../../../app/use-application.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';
import { keepAttribute } from './keep-attribute.ts';
import { useDraft } from './use-draft.ts';

/** A number; a comma may stand for the decimal point. What is no number is said to be none, and is not kept. */
export function NumberValueField({ span, definition, readOnly, value }: ValueFieldProps<number>) {
  const app = useApplication();
  const id = useId();
  const field = useDraft(value === undefined ? '' : String(value), (draft) => {
    const number = numberIn(draft);
    if (number !== null) keepAttribute(app, span.id, definition, number);
  });
  const isOdd = numberIn(field.draft) === null;
  return (
    <>
      <label className="attribute-name" htmlFor={id}>
        {definition.name}
      </label>
      <div>
        <input
          id={id}
          className="text-field"
          inputMode="decimal"
          value={field.draft}
          readOnly={readOnly}
          aria-invalid={isOdd}
          aria-describedby={`${id}-problem`}
          onChange={(event) => field.setDraft(event.target.value)}
          onBlur={field.onBlur}
          onKeyDown={field.onKeyDown}
        />
        <p id={`${id}-problem`} role="alert" className="field-problem">
          {isOdd ? t('panels.card.thisIsNotANumber') : ''}
        </p>
      </div>
    </>
  );
}

/** Undefined for a field left empty, null for what is no number. */
function numberIn(draft: string): number | undefined | null {
  const words = draft.trim();
  if (words === '') return undefined;
  const number = /^[+\-−]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(words)
    ? Number(words.replace('−', '-').replace(',', '.'))
    : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
