import { Flag, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../core/messages/translate.ts';
import type { Span } from '../../../core/model/span.ts';
import { tagById } from '../../../core/model/tag-set.ts';
import { runCommand } from '../../app/command-registry.ts';
import { placeIds } from '../../app/places.ts';
import { retagCurrent } from '../../app/tag-text.ts';
import { useApplication, useFocusState, useProject } from '../../app/use-application.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { tagColour } from '../../ui/tag-colour.ts';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { AttributeFields } from './attributes/attribute-fields.tsx';
import { CardLinks } from './card-links.tsx';
import { LinkPicker } from './link-picker.tsx';
import { NoteField } from './note-field.tsx';
import './card.css';

/** The current annotation: what it is, its links, its note. */
export function Card() {
  const currentSpan = useFocusState((state) => state.currentSpan);
  const span = useProject((state) => (currentSpan === null ? undefined : state.open?.spans.get(currentSpan)));
  return (
    <section className="card" aria-label={t('panels.card.selectedAnnotation')} id={placeIds.card}>
      {span === undefined ? (
        <p className="card-empty">{t('panels.card.noAnnotationIsSelectedClick')}</p>
      ) : (
        <CardContent key={span.id} span={span} />
      )}
    </section>
  );
}

function CardContent({ span }: { readonly span: Span }) {
  const app = useApplication();
  const tags = useProject((state) => state.project.tagSet.tags);
  const tag = useProject((state) => tagById(state.project.tagSet, span.tag));
  const readOnly = useProject((state) => state.saving.kind === 'readOnly');
  const isMisfit = useProject((state) => state.misfits.some(({ spanId }) => spanId === span.id));
  const options = tags.map(({ id, name }) => ({ value: id, label: name }));
  if (tag === undefined) options.unshift({ value: span.tag, label: span.tag });
  return (
    <>
      <div className="card-top tag-coloured" style={tag === undefined ? undefined : tagColour(tag)}>
        {tag === undefined ? null : <TagSwatch tag={tag} />}
        <SelectField
          label={t('panels.card.tag')}
          labelHidden
          value={span.tag}
          options={options}
          disabled={readOnly}
          onChange={(id) => retagCurrent(app, id)}
        />
        <IconButton
          icon={Flag}
          label={t('panels.card.flagForDiscussion')}
          aria-pressed={span.flagged}
          disabled={readOnly}
          onClick={() => void runCommand(app, 'annotation.flag')}
        />
        <IconButton
          icon={Trash2}
          label={t('panels.card.deleteAnnotation')}
          disabled={readOnly}
          onClick={() => void runCommand(app, 'annotation.delete')}
        />
      </div>
      <blockquote className="card-quote" dir="auto">
        {quoteParts(span)}
      </blockquote>
      {isMisfit ? <p className="card-empty">{t('panels.card.theTextAtThisAnnotations')}</p> : null}
      <CardLinks span={span} readOnly={readOnly} />
      <AttributeFields span={span} readOnly={readOnly} />
      <NoteField span={span} readOnly={readOnly} />
      {readOnly ? null : (
        <div>
          <LinkPicker span={span} />
        </div>
      )}
    </>
  );
}

/** Fragments are set apart with an ellipsis, as in print. */
function quoteParts(span: Span): ReactNode {
  if (span.fragments.length === 1) return span.quote;
  let at = 0;
  return span.fragments
    .map(({ start, end }) => {
      const part = span.quote.slice(at, at + end - start);
      at += end - start + 1;
      return part;
    })
    .join(' … ');
}
