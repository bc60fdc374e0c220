import { useId } from 'react';
import { useApplication } from '../../../app/use-application.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';
import { keepAttribute } from './keep-attribute.ts';
import { useDraft } from './use-draft.ts';

/** Words in one line. */
export function TextValueField({ span, definition, readOnly, value = '' }: ValueFieldProps<string>) {
  const app = useApplication();
  const id = useId();
  const field = useDraft(value, (draft) => keepAttribute(app, span.id, definition, draft.trim()));
  return (
    <>
      <label className="attribute-name" htmlFor={id}>
        {definition.name}
      </label>
      <input
        id={id}
        className="text-field"
        dir="auto"
        value={field.draft}
        readOnly={readOnly}
        onChange={(event) => field.setDraft(event.target.value)}
        onBlur={field.onBlur}
        onKeyDown={field.onKeyDown}
      />
    </>
  );
}
