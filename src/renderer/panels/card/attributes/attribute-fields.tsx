import { X } from 'lucide-react';
import { type KeyboardEvent, useMemo } from 'react';
import { t } from '../../../../core/messages/translate.ts';
import { type AttributeDefinition, readAttribute } from '../../../../core/model/attribute-definition.ts';
import type { Attributes } from '../../../../core/model/attribute-value.ts';
import type { Span } from '../../../../core/model/span.ts';
import { tagById } from '../../../../core/model/tag-set.ts';
import { removeAttribute } from '../../../../core/operations/gestures/set-attribute.ts';
import { authorshipNow, perform } from '../../../app/perform.ts';
import { focusText, placeIds } from '../../../app/places.ts';
import { useApplication, useProject } from '../../../app/use-application.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { AttributeField } from './attribute-field.tsx';
import './attribute-fields.css';

interface AttributeFieldsProps {
  readonly span: Span;
  readonly readOnly: boolean;
}

const none: readonly AttributeDefinition[] = [];

/** A field for each attribute that the tag set gives the span's tag, in its order, and below them what the span says beside those. */
export function AttributeFields({ span, readOnly }: AttributeFieldsProps) {
  const app = useApplication();
  const definitions = useProject((state) => tagById(state.project.tagSet, span.tag)?.attributes ?? none);
  const others = useMemo(() => {
    const defined = new Set(definitions.map(({ id }) => id));
    return Object.keys(span.attributes).filter((id) => !defined.has(id));
  }, [definitions, span.attributes]);
  if (definitions.length === 0 && others.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    // Popups hang in this component's tree but not in its element; they close by themselves.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !isInside) return;
    event.preventDefault();
    focusText(app);
  };
  return (
    <fieldset
      id={placeIds.attributes}
      className="attribute-fields"
      aria-label={t('panels.card.attributes')}
      onKeyDown={onKeyDown}
    >
      {definitions.map((definition) => {
        const { id, name, type } = definition;
        const read = readAttribute(span.attributes, definition);
        return (
          <div key={`${id} ${type}`} className="attribute-field">
            {read.ok ? (
              <AttributeField definition={definition} span={span} readOnly={readOnly} />
            ) : (
              <Stray
                span={span}
                id={id}
                name={name}
                readOnly={readOnly}
                warning={t('panels.card.thisIsNoValueOf', { name })}
              />
            )}
          </div>
        );
      })}
      {others.map((id) => (
        <div key={id} className="attribute-field">
          <Stray span={span} id={id} name={id} readOnly={readOnly} />
        </div>
      ))}
    </fieldset>
  );
}

interface StrayProps extends AttributeFieldsProps {
  readonly id: string;
  readonly name: string;
  readonly warning?: string;
}

/** A value that no field fits: shown as it is, and taken away by nobody but the analyst. */
function Stray({ span, id, name, readOnly, warning }: StrayProps) {
  const app = useApplication();
  return (
    <>
      <span className="attribute-name">
        <bdi>{name}</bdi>
      </span>
      <div>
        <div className="attribute-stray">
          <bdi>{valueWords(span.attributes, id)}</bdi>
          {readOnly ? null : (
            <IconButton
              icon={X}
              label={t('panels.card.removeName', { name })}
              onClick={() => perform(app, removeAttribute(span, id, authorshipNow(app)))}
            />
          )}
        </div>
        {warning === undefined ? null : <p className="attribute-warning">{warning}</p>}
      </div>
    </>
  );
}

function valueWords(attributes: Attributes, id: string): string {
  const value = attributes[id];
  return typeof value === 'string' ? value : JSON.stringify(value);
}
