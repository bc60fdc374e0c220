import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { Button } from './button.tsx';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'title'> {
  readonly icon: LucideIcon;
  /** The button's name, shown as its tooltip too. */
  readonly label: string;
}

export function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <Button {...rest} kind="quiet" className="icon-button" aria-label={label} title={label}>
      <Icon size={16} aria-hidden="true" />
    </Button>
  );
}
