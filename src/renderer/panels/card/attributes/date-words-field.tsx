import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { DateReading } from '../../../../core/dates/date-reader.ts';
import { t } from '../../../../core/messages/translate.ts';
import { focusText } from '../../../app/places.ts';
import { useApplication } from '../../../app/use-application.ts';
import { Button } from '../../../ui/button.tsx';
import { shortDate } from '../../date-words.ts';
import { spanWords } from '../../span-name.ts';
import type { AttributeFieldProps } from './attribute-field-props.ts';
import { keepAttribute } from './keep-attribute.ts';
import { useDateReading } from './use-date-reading.ts';

/** Longer spans are no words for a time, in UTF-16 units. */
const longestWords = 80;

/**
 * Words for a time, with what they come to. While the field is empty it proposes what the span's own words come to: Enter accepts that,
 * nothing else does.
 */
export function DateWordsField({ span, definition, readOnly }: AttributeFieldProps) {
  const app = useApplication();
  const id = useId();
  const [draft, setDraft] = useState('');
  const read = useDateReading(span);
  const isTyped = draft.trim() !== '';
  const own = span.quote.length <= longestWords ? spanWords(span) : '';
  const words = isTyped ? draft : own;
  const reading = useMemo(() => read(words), [read, words]);
  const latest = useRef<DateReading>({ kind: 'unknown' });
  useEffect(() => {
    latest.current = isTyped ? reading : { kind: 'unknown' };
  });
  const keep = (kept: DateReading) => {
    latest.current = { kind: 'unknown' };
    if (kept.kind === 'resolved') keepAttribute(app, span.id, definition, kept.value);
  };
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.kind === 'resolved') keepAttribute(app, span.id, definition, last.value);
    },
    [app, span.id, definition],
  );
  return (
    <>
      <label className="attribute-name" htmlFor={id}>
        {definition.name}
      </label>
      <div>
        <input
          id={id}
          className="text-field"
          dir="auto"
          value={draft}
          readOnly={readOnly}
          placeholder={t('panels.card.thursday14MarchThreeDays')}
          aria-describedby={`${id}-reading`}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => keep(latest.current)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Escape') {
              latest.current = { kind: 'unknown' };
              setDraft('');
            } else if (reading.kind === 'resolved') keep(reading);
            else if (isTyped) return;
            focusText(app);
          }}
        />
        <div id={`${id}-reading`} className="date-reading" aria-live="polite">
          <ReadingWords reading={reading} words={isTyped ? draft.trim() : own} isTyped={isTyped} />
        </div>
        {reading.kind === 'unanchored' && !readOnly ? (
          <Button
            kind="quiet"
            onClick={() => app.interface.setState({ dialog: { kind: 'details', article: span.articleId } })}
          >
            {t('panels.card.setThePublicationDate')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

interface ReadingWordsProps {
  readonly reading: DateReading;
  readonly words: string;
  readonly isTyped: boolean;
}

function ReadingWords({ reading, words, isTyped }: ReadingWordsProps) {
  if (reading.kind === 'unanchored') {
    return (
      <span className="attribute-warning">
        “<bdi>{words}</bdi>
        {t('panels.card.needsTheArticlesPublicationDate')}
      </span>
    );
  }
  if (reading.kind === 'unknown') {
    return isTyped ? (
      <span className="attribute-warning">{t('panels.card.notATimeThatCanBeReadSo')}</span>
    ) : null;
  }
  return (
    <>
      <bdi>{words}</bdi> → <span className="chip-code">{shortDate(reading.value)}</span>
      {isTyped ? null : <span className="soft"> {t('panels.card.enterAccepts')}</span>}
    </>
  );
}
