import { Popover } from '@base-ui/react/popover';
import { BookUser } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../../core/messages/translate.ts';
import { castById, openCast } from '../../app/cast.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { assignTo, assignToNew, assignToNobody } from '../../app/who-is-it.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SpanOptions } from '../cast/span-options.tsx';
import type { ValueFieldProps } from './attributes/attribute-field-props.ts';
import '../cast/cast-popup.css';

/** Who a span stands for: the name, and a list to choose from. */
export function EntityField({ span, definition, readOnly, value }: ValueFieldProps<string>) {
  const app = useApplication();
  const [isOpen, setOpen] = useState(false);
  const cast = useProject((state) => state.project.entities);
  const label = useId();
  const content = useId();
  const entity = value === undefined ? undefined : castById(cast).get(value);
  const question = { span: span.id, attribute: definition.id };
  const closing = (act: () => void) => {
    setOpen(false);
    act();
  };
  return (
    <>
      <span className="attribute-name" id={label}>
        {definition.name}
      </span>
      <div className="entity-field-row">
        <Popover.Root
          open={isOpen}
          onOpenChange={(open) => {
            // Who was mentioned before is known once the whole article is in memory.
            if (open) void app.workbench.whenComplete().then(() => setOpen(true));
            else setOpen(false);
          }}
        >
          <Popover.Trigger
            className="chip"
            data-empty={entity === undefined || undefined}
            disabled={readOnly}
            aria-labelledby={`${label} ${content}`}
          >
            <bdi id={content}>
              {entity?.name ??
                (value === undefined ? t('panels.card.notSaid') : t('panels.card.notInTheCast'))}
            </bdi>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner className="cast-positioner" sideOffset={6} align="end">
              <Popover.Popup
                className="cast-popup"
                aria-label={t('panels.card.whoIsQuote', { quote: span.quote })}
              >
                <SpanOptions
                  span={span}
                  chosen={entity}
                  onChoose={(chosen) => closing(() => assignTo(app, question, chosen))}
                  onNew={(name) => closing(() => assignToNew(app, question, name))}
                  onNobody={
                    value === undefined ? undefined : () => closing(() => assignToNobody(app, question))
                  }
                />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
        {entity === undefined ? null : (
          <IconButton
            icon={BookUser}
            label={t('panels.card.showEntitynameInTheCast', { entityName: entity.name })}
            onClick={() => openCast(app, { kind: 'entity', id: entity.id })}
          />
        )}
      </div>
    </>
  );
}
