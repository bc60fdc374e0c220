import { useEffect, useState } from 'react';
import { useProject } from '../../app/use-application.ts';
import { SelectField } from '../../ui/select-field.tsx';
import type { AnnotationFilter } from '../../workers/scan/concordance-rows.ts';

interface AnnotationFilterFieldsProps {
  readonly filter: AnnotationFilter;
  readonly onChange: (filter: AnnotationFilter) => void;
}

/** How long typing must rest before it counts, in ms. */
const rest = 250;

const marks = [
  { key: 'flagged', label: 'Flagged' },
  { key: 'unattributed', label: 'Without speaker' },
  { key: 'hasNote', label: 'With a note' },
] as const;

export function AnnotationFilterFields({ filter, onChange }: AnnotationFilterFieldsProps) {
  const tags = useProject((state) => state.project.tagSet.tags);
  const entities = useProject((state) => state.project.entities);
  return (
    <div className="concordance-line">
      <SelectField
        label="Tag"
        labelHidden
        value={filter.tag ?? ''}
        options={[
          { value: '', label: 'Any tag' },
          ...tags.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ ...filter, tag: value === '' ? null : value })}
      />
      {entities.length === 0 ? null : (
        <SelectField
          label="Said by"
          labelHidden
          value={filter.entity ?? ''}
          options={[
            { value: '', label: 'Said by anyone' },
            ...entities.map(({ id, name }) => ({ value: id, label: `Said by ${name}` })),
          ]}
          onChange={(value) => onChange({ ...filter, entity: value === '' ? null : value })}
        />
      )}
      <SpeakerField
        words={filter.speakerWords}
        onChange={(speakerWords) => onChange({ ...filter, speakerWords })}
      />
      {marks.map(({ key, label }) => (
        <label key={key} className="check-field">
          <input
            type="checkbox"
            checked={filter[key]}
            onChange={(event) => onChange({ ...filter, [key]: event.target.checked })}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

function SpeakerField({
  words,
  onChange,
}: {
  readonly words: string;
  readonly onChange: (words: string) => void;
}) {
  const [draft, setDraft] = useState(words);
  useEffect(() => {
    if (draft === words) return;
    const timer = setTimeout(() => onChange(draft), rest);
    return () => clearTimeout(timer);
  });
  return (
    <input
      type="search"
      className="text-field concordance-speaker"
      aria-label="Words in the speaker"
      placeholder="Speaker’s words"
      dir="auto"
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
