import { type FormEvent, useId, useState } from 'react';
import { granularities, isTimex, timexForm } from '../../../../core/dates/timex-form.ts';
import { t } from '../../../../core/messages/translate.ts';
import { type DateValue, dateValueSchema } from '../../../../core/model/attribute-value.ts';
import type { Span } from '../../../../core/model/span.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { modifierWords, valueWords } from '../../date-words.ts';
import { useDateReading } from './use-date-reading.ts';

interface DateFormProps {
  readonly span: Span;
  readonly value: DateValue;
  /** Undefined clears the date. */
  readonly onKeep: (value: DateValue | undefined) => void;
}

const types = dateValueSchema.shape.type.options.map((type) => ({ value: type, label: type }));
const granularityOptions = [
  { value: '', label: 'none' },
  ...granularities.map((unit) => ({
    value: unit,
    label: unit === 'halfYear' ? t('panels.card.halfYear') : unit,
  })),
];
const modifierOptions = [
  { value: '', label: 'none' },
  ...Object.entries(modifierWords).map(([value, label]) => ({ value, label })),
];

/** A date value in all its parts, kept as one step. Words that can be read fill the others in. */
export function DateForm({ span, value, onKeep }: DateFormProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [draft, setDraft] = useState(value);
  const read = useDateReading(span);
  const reading = read(words);
  const isOdd = !isTimex(draft);
  const change = (part: Partial<Record<keyof DateValue, string | null>>) => {
    const parsed = dateValueSchema.safeParse({ ...draft, ...part });
    if (parsed.success) setDraft(parsed.data);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isOdd) onKeep(draft);
  };
  return (
    <form className="attribute-form" onSubmit={submit}>
      <div>
        <label className="field-label" htmlFor={`${id}-words`}>
          {t('panels.card.inWords')}
        </label>
        <input
          id={`${id}-words`}
          className="text-field"
          dir="auto"
          placeholder={t('panels.card.thursdayLastMonthSince2019')}
          value={words}
          aria-describedby={`${id}-reading`}
          onChange={(event) => {
            setWords(event.target.value);
            const next = read(event.target.value);
            if (next.kind === 'resolved') setDraft(next.value);
          }}
        />
        <p id={`${id}-reading`} className="soft field-hint">
          {words.trim() === '' || reading.kind === 'resolved'
            ? (valueWords(draft) ?? t('panels.card.wordsFillInWhatStands'))
            : reading.kind === 'unanchored'
              ? t('panels.card.thisNeedsTheArticlesPublication')
              : t('panels.card.notATimeThatCan')}
        </p>
      </div>
      <div>
        <label className="field-label" htmlFor={`${id}-value`}>
          {t('panels.card.valueIso8601Timex3')}
        </label>
        <input
          id={`${id}-value`}
          className="text-field date-value"
          value={draft.value}
          maxLength={64}
          aria-invalid={isOdd}
          aria-describedby={`${id}-problem`}
          onChange={(event) => {
            const written = event.target.value.trim().toUpperCase();
            const form = timexForm(written);
            const type = draft.type === 'set' ? 'set' : form?.type;
            setDraft({
              ...draft,
              value: written,
              ...(form === undefined ? {} : { ...form, type: type ?? form.type }),
            });
          }}
        />
        <p id={`${id}-problem`} role="alert" className="field-problem field-hint">
          {isOdd ? t('panels.card.valueTypeAndGranularityDo') : ''}
        </p>
      </div>
      <div className="attribute-form-pair">
        <SelectField
          label={t('panels.card.type')}
          value={draft.type}
          options={types}
          onChange={(type) => change({ type })}
        />
        <SelectField
          label={t('panels.card.granularity')}
          value={draft.granularity ?? ''}
          options={granularityOptions}
          onChange={(unit) => change({ granularity: unit === '' ? null : unit })}
        />
      </div>
      <SelectField
        label={t('panels.card.modifier')}
        value={draft.modifier ?? ''}
        options={modifierOptions}
        onChange={(modifier) => change({ modifier: modifier === '' ? null : modifier })}
      />
      <div className="attribute-form-actions">
        <Button onClick={() => onKeep(undefined)}>{t('panels.card.clear')}</Button>
        <Button type="submit" kind="primary">
          {t('panels.card.keep')}
        </Button>
      </div>
    </form>
  );
}
