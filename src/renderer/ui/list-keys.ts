type ListKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/**
 * The index that a key moves to in a vertical list, or undefined when it does not move.
 * @param pageful how many items are in sight
 */
export function listKeyTarget(
  press: ListKey,
  index: number,
  count: number,
  pageful: number,
): number | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.shiftKey || count === 0) return undefined;
  const last = count - 1;
  switch (press.key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + pageful);
    case 'PageUp':
      return Math.max(0, index - pageful);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
