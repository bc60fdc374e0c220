import type { Block } from '../model/block.ts';
import type { Fragment } from '../model/fragment.ts';
import { paragraphAt, paragraphOf } from './paragraphs.ts';
import { quotationsOf } from './quotations.ts';
import { reportedSpeechIn } from './reported-speech.ts';
import { sentenceAt } from './sentences.ts';
import { speechFrame } from './speech-frame.ts';

/** A quotation of fewer words, without words of saying beside it, is a word in inverted commas. */
const leastQuotedWords = 4;

/** Something said, quoted or reported; offsets in UTF-16 units. */
export interface Statement {
  readonly fragments: readonly Fragment[];
}

/** What is said after `offset`, in text order of where it begins. Reads on only as far as it is asked. */
export function* statementsAfter(
  text: string,
  blocks: readonly Block[],
  offset: number,
): Generator<Statement> {
  let paragraph = paragraphAt(blocks, offset);
  let behind = offset;
  while (paragraph !== undefined) {
    const found = statementsOf(text, blocks, paragraph);
    for (const statement of found) {
      const start = statement.fragments[0]?.start ?? 0;
      if (start < behind) continue;
      behind = start + 1;
      yield statement;
    }
    paragraph = paragraphOf(blocks, paragraph.last + 1);
  }
}

/** What is quoted (words in inverted commas left out) and what is reported in a paragraph, in text order. */
function statementsOf(
  text: string,
  blocks: readonly Block[],
  paragraph: NonNullable<ReturnType<typeof paragraphOf>>,
): Statement[] {
  const quotations = quotationsOf(text, blocks, paragraph).filter(
    ({ fragments, within, isNested }) => !isNested && isSpokenQuotation(text, fragments, within),
  );
  const quoted = quotations.map(({ fragments }) => ({ fragments }));
  const reported: Statement[] = [];
  for (let at = paragraph.start; at < paragraph.end; ) {
    const sentence = sentenceAt(text, at, paragraph);
    for (const { claim, cue } of reportedSpeechIn(text, sentence)) {
      // The words of saying belong to the quotation beside them.
      const isTaken = quoted.some(({ fragments }) =>
        fragments.some(({ start, end }) => overlaps({ start, end }, cue) || overlaps({ start, end }, claim)),
      );
      if (!isTaken) reported.push({ fragments: [claim] });
    }
    at = Math.max(sentence.end, at + 1);
    while (at < paragraph.end && /\s/u.test(text.charAt(at))) at += 1;
  }
  return [...quoted, ...reported].sort((a, b) => (a.fragments[0]?.start ?? 0) - (b.fragments[0]?.start ?? 0));
}

/** False for words in inverted commas: a short quotation that nobody is said to speak. */
export function isSpokenQuotation(text: string, fragments: readonly Fragment[], within: Fragment): boolean {
  const words = fragments.reduce(
    (sum, { start, end }) => sum + (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );
  if (words >= leastQuotedWords) return true;
  // Short, but spoken: it stands apart from the sentence by a comma, a colon or its own full stop.
  const [first] = fragments;
  const last = fragments.at(-1);
  if (first === undefined || last === undefined) return false;
  const isApart =
    /[,.!?…]$/u.test(text.slice(last.end - 2, last.end - 1)) ||
    /[:,]\s*$/u.test(text.slice(Math.max(0, first.start - 2), first.start));
  return isApart && speechFrame(text, fragments, within).cue !== undefined;
}

function overlaps(a: Fragment, b: Fragment): boolean {
  return a.start < b.end && b.start < a.end;
}
