import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import './dialog.css';
import './field.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the default one last. */
  readonly actions: ReactNode;
  /** Called when Enter is pressed in a field, and by a button of type `submit`. */
  readonly onSubmit?: () => void;
  readonly size?: 'plain' | 'wide';
  /** An alert is answered, not dismissed by a press outside. */
  readonly alert?: boolean;
  /** Where the focus goes afterwards; by default to where it was. */
  readonly returnFocus?: () => HTMLElement | null;
}

/** A modal dialog. It is open as long as it is mounted. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  onSubmit,
  size = 'plain',
  alert = false,
  returnFocus,
}: DialogProps) {
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      disablePointerDismissal={alert}
    >
      <Base.Portal>
        <Base.Backdrop className="dialog-veil" />
        <Base.Popup
          className="dialog"
          data-size={size}
          role={alert ? 'alertdialog' : 'dialog'}
          {...(returnFocus === undefined ? {} : { finalFocus: returnFocus })}
        >
          <form
            className="dialog-form"
            onSubmit={(event) => {
              event.preventDefault();
              onSubmit?.();
            }}
          >
            <Base.Title className="dialog-title">{title}</Base.Title>
            <div className="dialog-body">{children}</div>
            <div className="dialog-actions">{actions}</div>
          </form>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
