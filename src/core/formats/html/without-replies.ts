import type { ExtractedBlock } from '../extraction/extraction.ts';

/** What stands above the form or the list of what readers wrote, alone on its line. */
const above =
  /^(?:leave a (?:reply|comment)|post a comment|add a comment|write a comment|(?:\d+ )?(?:comments?|replies|responses)(?: \(\d+\))?|\d+ (?:comments?|thoughts?|replies|responses) (?:on|to) .{1,200}|join the (?:conversation|discussion)|schreibe? einen kommentar|laisser un commentaire|deja una respuesta|lascia un commento|добавить комментарий)[.:!]?$/i;

/** The article is the greater part of what is left: a page about comments keeps its heading of that name. */
const mostBehind = 0.5;

/** The blocks without the readers’ comments at their end, and the form for them, where such a heading stands. */
export function withoutReplies(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const lengths = blocks.map(({ text }) => text.length);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  for (const [i, { text }] of blocks.entries()) {
    if (i > 0 && text.length < 250 && above.test(text.trim()) && whole - before <= whole * mostBehind)
      return blocks.slice(0, i);
    before += lengths[i] ?? 0;
  }
  return [...blocks];
}
