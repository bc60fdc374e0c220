const ticked = ['checkbox', 'radio'];

/** True for a field that words are written in: there the keys that edit words, undo and paste belong to it. */
export function isWritingField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !ticked.includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
