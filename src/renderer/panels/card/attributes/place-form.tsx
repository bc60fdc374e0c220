import { type FormEvent, useId, useState } from 'react';
import { t } from '../../../../core/messages/translate.ts';
import type { PlaceValue } from '../../../../core/model/attribute-value.ts';
import { type Coordinates, coordinateWords, parseCoordinates } from '../../../../core/model/coordinates.ts';
import type { Result } from '../../../../core/model/result.ts';
import { Button } from '../../../ui/button.tsx';

interface PlaceFormProps {
  readonly value: PlaceValue | undefined;
  /** Undefined clears the place. */
  readonly onKeep: (place: PlaceValue | undefined) => void;
}

/** Name, point and source of a place, kept together as one step. */
export function PlaceForm({ value, onKeep }: PlaceFormProps) {
  const id = useId();
  const [name, setName] = useState(value?.name ?? '');
  const [point, setPoint] = useState(pointWords(value));
  const [source, setSource] = useState(value?.source ?? '');
  const [sourceId, setSourceId] = useState(value?.sourceId ?? '');
  const [unlocatable, setUnlocatable] = useState(value?.unlocatable ?? false);
  const [isAsked, setAsked] = useState(false);
  const read = readPoint(point);
  const isShown = isAsked || value !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!read.ok) return;
    const place = {
      name: name.trim(),
      latitude: read.value?.latitude ?? null,
      longitude: read.value?.longitude ?? null,
      source: source.trim(),
      sourceId: sourceId.trim(),
      unlocatable,
    };
    const saysSomething = place.name !== '' || read.value !== null || place.sourceId !== '' || unlocatable;
    onKeep(saysSomething ? place : undefined);
  };
  return (
    <form className="attribute-form" onSubmit={submit}>
      <Line label={t('panels.card.name')} value={name} onChange={setName} limit={256} />
      <div>
        <label className="field-label" htmlFor={id}>
          {t('panels.card.coordinates')}
        </label>
        <input
          id={id}
          className="text-field"
          placeholder="59.9, 10.7"
          value={point}
          aria-invalid={!read.ok}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setPoint(event.target.value)}
          onBlur={() => setAsked(true)}
        />
        <p id={`${id}-hint`} className={read.ok ? 'soft field-hint' : 'field-problem field-hint'}>
          {read.ok ? pointHint(read.value) : isShown ? read.reason : t('panels.card.latitudeLongitude')}
        </p>
      </div>
      <div className="attribute-form-pair">
        <Line
          label={t('panels.card.source')}
          value={source}
          onChange={setSource}
          limit={64}
          placeholder="geonames"
        />
        <Line label={t('panels.card.idThere')} value={sourceId} onChange={setSourceId} limit={256} />
      </div>
      <label className="check-field">
        <input
          type="checkbox"
          checked={unlocatable}
          onChange={(event) => setUnlocatable(event.target.checked)}
        />
        {t('panels.card.cannotBeLocated')}
      </label>
      <div className="attribute-form-actions">
        {value === undefined ? null : (
          <Button onClick={() => onKeep(undefined)}>{t('panels.card.clear')}</Button>
        )}
        <Button type="submit" kind="primary">
          {t('panels.card.keep')}
        </Button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The longest that it may be, in UTF-16 units. */
  readonly limit: number;
  readonly placeholder?: string;
}

function Line({ label, value, onChange, limit, placeholder }: LineProps) {
  return (
    <label>
      <span className="field-label">{label}</span>
      <input
        className="text-field"
        dir="auto"
        value={value}
        maxLength={limit}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function pointWords(value: PlaceValue | undefined): string {
  if (value === undefined || value.latitude === null || value.longitude === null) return '';
  return coordinateWords({ latitude: value.latitude, longitude: value.longitude });
}

/** Null for a field left empty: a place may have no point. */
function readPoint(words: string): Result<Coordinates | null, string> {
  return words.trim() === '' ? { ok: true, value: null } : parseCoordinates(words);
}

function pointHint(point: Coordinates | null): string {
  return point === null ? t('panels.card.latitudeLongitudeDegreesAndMinutes') : coordinateWords(point);
}
