import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { focusToReturnTo } from './return-focus.ts';
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
  /** What has the focus first: the first field, or the default button, so that Enter is enough. */
  readonly focusFirst?: 'field' | 'default';
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
  focusFirst = 'field',
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
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
          ref={popup}
          className="dialog"
          data-size={size}
          role={alert ? 'alertdialog' : 'dialog'}
          finalFocus={focusToReturnTo}
          {...(focusFirst === 'default' ? { initialFocus: () => defaultButton(popup.current) } : {})}
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

function defaultButton(popup: HTMLElement | null): HTMLElement | null {
  // What is disabled takes no focus, and then the keys would go to what lies behind the dialog.
  const wanted = popup?.querySelector<HTMLElement>('button[type="submit"]:enabled');
  return wanted ?? popup?.querySelector<HTMLElement>('button:enabled') ?? null;
}
