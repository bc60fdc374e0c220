import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import './segmented.css';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few ways to see the same thing. Arrow keys move, one is always pressed. */
export function Segmented<Value extends string>({ label, value, choices, onChange }: SegmentedProps<Value>) {
  return (
    <ToggleGroup
      className="segmented"
      aria-label={label}
      value={[value]}
      onValueChange={(pressed) => {
        const chosen = choices.find((choice) => pressed.includes(choice.value));
        if (chosen !== undefined && chosen.value !== value) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <Toggle key={choice.value} value={choice.value}>
          {choice.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
