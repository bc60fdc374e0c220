import type { ComponentProps } from 'react';
import { CommitField } from '../../ui/commit-field.tsx';
import { useTagSetChange } from './use-tag-set-change.ts';

type NameFieldProps = Omit<
  ComponentProps<typeof CommitField>,
  'onCommit' | 'readOnly' | 'onUndo' | 'onRedo'
> & {
  readonly onCommit: (value: string, change: ReturnType<typeof useTagSetChange>['change']) => string | null;
};

/** A field of the tag set: kept as a step of its own, with undo that reaches beyond the field. */
export function NameField({ onCommit, ...rest }: NameFieldProps) {
  const { change, readOnly, onUndo, onRedo } = useTagSetChange();
  return (
    <CommitField
      {...rest}
      readOnly={readOnly}
      onUndo={onUndo}
      onRedo={onRedo}
      onCommit={(value) => onCommit(value, change)}
    />
  );
}
