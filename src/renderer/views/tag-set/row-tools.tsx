import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';

interface RowToolsProps {
  /** What the row is about, as part of the buttons' names. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly disabled: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** Moves a row of a list, or takes it away. */
export function RowTools({ name, index, count, disabled, onMove, onRemove }: RowToolsProps) {
  return (
    <div className="row-tools">
      <IconButton
        icon={ArrowUp}
        label={`Move ${name} up`}
        disabled={disabled || index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        icon={ArrowDown}
        label={`Move ${name} down`}
        disabled={disabled || index === count - 1}
        onClick={() => onMove(index + 1)}
      />
      <IconButton icon={Trash2} label={`Remove ${name}`} disabled={disabled} onClick={onRemove} />
    </div>
  );
}
