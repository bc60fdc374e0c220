import { Popover } from '@base-ui/react/popover';
import { useMemo } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { endOf, type Span, startOf } from '../../../core/model/span.ts';
import type { Application } from '../../app/application.ts';
import { castById } from '../../app/cast.ts';
import type { WhoQuestion } from '../../app/interface-state.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import { assignTo, assignToNew, assignToNobody } from '../../app/who-is-it.ts';
import { SpanOptions } from './span-options.tsx';

/** "Who is it?", asked beside the words. */
export function WhoPopup() {
  const who = useInterface((state) => (state.view === 'text' ? state.who : null));
  const span = useProject((state) => (who === null ? undefined : state.open?.spans.get(who.span)));
  return who === null || span === undefined ? null : <OpenWhoPopup key={span.id} who={who} span={span} />;
}

function OpenWhoPopup({ who, span }: { readonly who: WhoQuestion; readonly span: Span }) {
  const app = useApplication();
  const cast = useProject((state) => state.project.entities);
  const value = span.attributes[who.attribute];
  const chosen = typeof value === 'string' ? castById(cast).get(value) : undefined;
  const anchor = useMemo(() => ({ getBoundingClientRect: () => placeOf(app, span) }), [app, span]);
  const close = () => {
    app.interface.setState({ who: null });
    app.textView.current?.focus();
  };
  const closing = (act: () => void) => {
    close();
    act();
  };
  return (
    <Popover.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner className="cast-positioner" anchor={anchor} sideOffset={6} align="start">
          <Popover.Popup
            className="cast-popup"
            aria-label={t('panels.cast.whoIsQuote', { quote: span.quote })}
            finalFocus={false}
          >
            <SpanOptions
              span={span}
              chosen={chosen}
              onChoose={(entity) => closing(() => assignTo(app, who, entity))}
              onNew={(name) => closing(() => assignToNew(app, who, name))}
              onNobody={
                isAssigned(span, who.attribute) ? () => closing(() => assignToNobody(app, who)) : undefined
              }
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function isAssigned({ attributes }: Span, attribute: Identifier): boolean {
  return Object.hasOwn(attributes, attribute);
}

/** The last line of the span in sight; the middle of the text where none is. */
function placeOf(app: Application, span: Span): DOMRect {
  const line = app.textView.current?.rectsOf(startOf(span), endOf(span)).at(-1);
  if (line !== undefined) return line;
  const pane = document.querySelector('.workspace-text')?.getBoundingClientRect();
  return pane === undefined ? new DOMRect() : new DOMRect(pane.x + 40, pane.y + pane.height / 3, 0, 0);
}
