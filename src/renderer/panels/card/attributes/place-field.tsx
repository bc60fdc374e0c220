import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import { t } from '../../../../core/messages/translate.ts';
import type { PlaceValue } from '../../../../core/model/attribute-value.ts';
import { coordinateWords } from '../../../../core/model/coordinates.ts';
import { useApplication } from '../../../app/use-application.ts';
import type { ValueFieldProps } from './attribute-field-props.ts';
import { keepAttribute } from './keep-attribute.ts';
import { PlaceForm } from './place-form.tsx';

/** Where on the map: a chip that opens the form. */
export function PlaceField({ span, definition, readOnly, value }: ValueFieldProps<PlaceValue>) {
  const app = useApplication();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span className="attribute-name" aria-hidden="true">
        {definition.name}
      </span>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger className="chip" disabled={readOnly} data-empty={value === undefined || undefined}>
          <span className="visually-hidden">{definition.name}: </span>
          {value === undefined ? t('panels.card.notLocatedYet') : <PlaceWords place={value} />}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="link-positioner" sideOffset={6} align="end">
            <Popover.Popup className="attribute-popup" aria-label={definition.name}>
              <PlaceForm
                value={value}
                onKeep={(place) => {
                  keepAttribute(app, span.id, definition, place);
                  setOpen(false);
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}

function PlaceWords({ place }: { readonly place: PlaceValue }) {
  const { name, latitude, longitude, source, sourceId, unlocatable } = place;
  const details = [
    ...(latitude === null || longitude === null ? [] : [coordinateWords({ latitude, longitude })]),
    ...(sourceId === '' ? [] : [source === '' ? sourceId : `${source}:${sourceId}`]),
  ];
  return (
    <>
      {name === '' ? null : <bdi>{name}</bdi>}
      {unlocatable ? <span className="chip-state">{t('panels.card.cannotBeLocated2')}</span> : null}
      {details.map((detail) => (
        <bdi key={detail} className="chip-code">
          {detail}
        </bdi>
      ))}
    </>
  );
}
