/** What had the focus last while no dialog was open. */
let last: HTMLElement | null = null;

/**
 * Notes what has the focus while no dialog is open, until the returned function is called. A dialog that opens from another (a command chosen in the
 * palette) sees only that one's focus when it opens, so it cannot know by itself where to give the focus back.
 */
export function watchFocus(): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    const isInDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    if (target instanceof HTMLElement && !isInDialog) last = target;
  };
  document.addEventListener('focusin', onFocus);
  return () => document.removeEventListener('focusin', onFocus);
}

/** Where the focus goes when a dialog closes; true leaves it to the dialog. */
export function focusToReturnTo(): HTMLElement | true {
  return last?.isConnected ? last : true;
}
