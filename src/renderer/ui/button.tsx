import type { ComponentPropsWithRef } from 'react';
import './button.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` is the one default action of a dialog; `quiet` has no edge until the pointer is on it. */
  readonly kind?: 'plain' | 'primary' | 'quiet';
}

export function Button({ kind = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      data-kind={kind}
      className={className === undefined ? 'button' : `button ${className}`}
    />
  );
}
