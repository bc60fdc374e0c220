import { sentenceAt } from '../text/sentences.ts';
import type { Leaning } from './date-context.ts';

/** With the participle that such a word rules: "will be opened", "is to be held", "is expected". */
const ahead =
  /\b(?:will|won't|shall|would|(?:is|are|was|were)? ?(?:planned|due|scheduled|expected|set) to|plans? to|due|scheduled|expected|going to|about to|hopes? to|intends? to|upcoming|deadline|until|ahead of|is to|are to|to be|to (?:meet|vote|begin|start|open|take place))\b(?: (?:not|be|have|been|\p{L}+ly|\p{L}{3,}ed|held|made|taken|given|shown|sent|put|set|built|told|paid|begun|brought|chosen|seen|sold|met))*/giu;
const behind =
  /\b(?:said|told|was|were|had|did|has|have|announced|reported|began|started|ended|died|wrote|added|met|held|took|made|went|came|since|ago|last|\p{L}{3,}ed)\b/iu;

/**
 * Whether words for a time look ahead or back, by the nearest verb before them in their sentence (by the first after them when there is
 * none before). English only; null when no verb tells.
 * @param start, end the words' place in the text, UTF-16 units
 */
export function leaningAt(text: string, start: number, end: number): Leaning {
  const sentence = sentenceAt(text, start);
  const before = marked(text.slice(sentence.start, start));
  const after = marked(text.slice(end, sentence.end));
  const [next, said] = [before.lastIndexOf(mark), lastMatch(before)];
  if (next !== said) return next > said ? 'future' : 'past';
  const [soon, done] = [after.indexOf(mark), after.search(behind)];
  if (soon === done) return null;
  return done < 0 || (soon >= 0 && soon < done) ? 'future' : 'past';
}

const mark = '\u0001';

function marked(text: string): string {
  return text.replaceAll('’', "'").replace(ahead, mark);
}

function lastMatch(text: string): number {
  return [...text.matchAll(new RegExp(behind, 'giu'))].at(-1)?.index ?? -1;
}
