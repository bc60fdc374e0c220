/** Inputs in which nothing is written: undo and paste do not belong to them. */
const withoutWords = new Set(['checkbox', 'radio', 'range', 'color', 'button', 'submit', 'reset', 'file']);

/** True for a field in which words are written. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !withoutWords.has(target.type);
}
