/** True when words are those that a result says it reads. Label Studio writes line ends as `\n`, with a backslash, and takes more of them from the screen. */
export function readsLike(words: string, said: unknown): boolean {
  return typeof said === 'string' && (words === said || squeezed(words) === squeezed(said));
}

function squeezed(words: string): string {
  return words.replace(/\\n|\s+/g, '');
}
