import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import type { DateValue } from '../../../../core/model/attribute-value.ts';
import { focusText } from '../../../app/places.ts';
import { useApplication } from '../../../app/use-application.ts';
import { modifierWords, valueWords } from '../../date-words.ts';
import { spanWords } from '../../span-name.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';
import { DateForm } from './date-form.tsx';
import { DateWordsField } from './date-words-field.tsx';
import { keepAttribute } from './keep-attribute.ts';

/** A span's own words stand in its chip when they are no longer than this, in UTF-16 units. */
const shortWords = 24;

/** When it was: words to be read while nothing is said, then a chip that opens all that the value consists of. */
export function DateField(props: ValueFieldProps<DateValue>) {
  const { value, ...rest } = props;
  return value === undefined ? <DateWordsField {...rest} /> : <DateChip {...rest} value={value} />;
}

function DateChip({
  span,
  definition,
  readOnly,
  value,
}: ValueFieldProps<DateValue> & { readonly value: DateValue }) {
  const app = useApplication();
  const [isOpen, setOpen] = useState(false);
  const words = span.quote.length <= shortWords ? spanWords(span) : undefined;
  return (
    <>
      <span className="attribute-name" aria-hidden="true">
        {definition.name}
      </span>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger className="chip" disabled={readOnly} title={valueWords(value)}>
          <span className="visually-hidden">{definition.name}: </span>
          {words === undefined ? null : <bdi>{words}</bdi>}
          {value.modifier === null ? null : (
            <span className="chip-state">{modifierWords[value.modifier]}</span>
          )}
          <span className="chip-code">{value.value}</span>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="link-positioner" sideOffset={6} align="end">
            <Popover.Popup className="attribute-popup" aria-label={definition.name}>
              <DateForm
                span={span}
                value={value}
                onKeep={(kept) => {
                  keepAttribute(app, span.id, definition, kept);
                  setOpen(false);
                  // The chip goes with what it showed.
                  if (kept === undefined) focusText(app);
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}
