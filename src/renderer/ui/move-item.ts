import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

/**
 * Moves an item of a list with Alt and an arrow key, pressed anywhere in it, and keeps the focus where it is: a node that React puts elsewhere loses it.
 * @param move takes the item to another place among its fellows
 */
export function moveByKey(event: KeyboardEvent, index: number, move: (to: number) => void): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.stopPropagation();
  const focused = document.activeElement;
  flushSync(() => move(index + (event.key === 'ArrowUp' ? -1 : 1)));
  if (focused instanceof HTMLElement) focused.focus();
}
