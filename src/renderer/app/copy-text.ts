/** Puts words on the clipboard. Call it while a press of a key or button is being answered. */
export function copyText(words: string): void {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // The session grants no permission for the asynchronous clipboard; the command's own event needs none.
  document.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
}
