import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import './field.css';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly labelHidden?: boolean;
}

/** A labelled choice of one, the platform's own so that it works with every key, reader and magnifier. */
export function SelectField({ label, value, options, onChange, disabled, labelHidden }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="select-field">
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </div>
  );
}
