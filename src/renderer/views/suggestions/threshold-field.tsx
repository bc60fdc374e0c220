import { useId, useState } from 'react';
import { percent } from '../../../core/suggest/rule-setting.ts';

interface ThresholdFieldProps {
  /** From 0 to 1. */
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

/** How sure a rule has to be, as a slider and as a number of percent. What is written is in force as soon as it is such a number. */
export function ThresholdField({ value, disabled, onChange }: ThresholdFieldProps) {
  const id = useId();
  /** What stands in the field while it is being written. */
  const [draft, setDraft] = useState<string | null>(null);
  const shown = percent(value);
  return (
    <div className="rule-threshold">
      <label htmlFor={id}>Only when at least</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        value={shown}
        disabled={disabled}
        aria-valuetext={`${shown} % sure`}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
      <input
        type="number"
        className="text-field"
        aria-label="Least sureness in percent"
        min={0}
        max={100}
        value={draft ?? String(shown)}
        disabled={disabled}
        onChange={({ target }) => {
          setDraft(target.value);
          const written = target.valueAsNumber;
          if (Number.isInteger(written) && written >= 0 && written <= 100) onChange(written / 100);
        }}
        onBlur={() => setDraft(null)}
      />
      <span>% sure</span>
    </div>
  );
}
