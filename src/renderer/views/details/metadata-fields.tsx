import { useId } from 'react';
import { calendarDate } from '../../../core/dates/calendar.ts';
import type { MetadataKey } from '../../../core/text/metadata-proposals.ts';
import { dayWords } from '../../panels/date-words.ts';
import { Button } from '../../ui/button.tsx';
import { metadataKeys, type useArticleDetails } from './use-article-details.ts';
import './metadata-fields.css';

interface MetadataFieldsProps {
  readonly details: ReturnType<typeof useArticleDetails>;
  readonly readOnly: boolean;
}

const labels: Readonly<Record<MetadataKey, string>> = {
  date: 'Publication date',
  outlet: 'Outlet',
  author: 'Author',
  url: 'Web address',
};

/** Proposals shown for a field. */
const mostProposals = 3;

/** Where and when an article was published, and what its text says of that, for the analyst to accept. */
export function MetadataFields({ details, readOnly }: MetadataFieldsProps) {
  return metadataKeys.map((key) => (
    <MetadataField key={key} field={key} details={details} readOnly={readOnly} />
  ));
}

function MetadataField({ field, details, readOnly }: MetadataFieldsProps & { readonly field: MetadataKey }) {
  const id = useId();
  const problem = details.problems[field];
  const day = field === 'date' ? calendarDate(details.values.date) : undefined;
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {labels[field]}
      </label>
      <input
        id={id}
        className="text-field"
        dir="auto"
        maxLength={2000}
        placeholder={field === 'date' ? '2031-03-14, or in words' : undefined}
        value={details.drafts[field]}
        readOnly={readOnly}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => details.setDraft(field, event.target.value)}
      />
      <p id={`${id}-hint`} className={problem === undefined ? 'soft field-hint' : 'field-problem field-hint'}>
        {problem ?? (day === undefined ? '' : `${dayWords(day)} · ${details.values.date}`)}
      </p>
      {readOnly
        ? null
        : details
            .proposalsFor(field)
            .slice(0, mostProposals)
            .map(({ value, evidence, place }) => (
              <p key={value} className="metadata-proposal">
                <span>
                  {place === 'text' ? 'Found in the text: ' : 'Found in the file name: '}
                  <q>
                    <bdi>{evidence}</bdi>
                  </q>
                </span>
                <Button onClick={() => details.setDraft(field, value)} aria-label={`Use ${value}`}>
                  Use {value === evidence ? '' : <bdi>{value}</bdi>}
                </Button>
              </p>
            ))}
    </div>
  );
}
