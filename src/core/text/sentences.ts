import type { Fragment } from '../model/fragment.ts';
import { trimWhiteSpace } from './words.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });

/** How far the segmenter looks to either side, in UTF-16 units: longer than any sentence that a reader would take for one. */
const neighbourhoodLimit = 4000;

/** Words after whose full stop a sentence goes on although a capital follows. */
const abbreviation =
  /(?:^|[^\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;

/**
 * The sentence at `offset`, without white space at its ends; `within` is the paragraph to look in (by default the line), whose line breaks count as spaces.
 * In a blank paragraph, or outside of it, the empty stretch at `offset`. Offsets in UTF-16 units.
 */
export function sentenceAt(text: string, offset: number, within: Fragment = lineAt(text, offset)): Fragment {
  const start = Math.max(within.start, offset - neighbourhoodLimit);
  const end = Math.min(within.end, offset + neighbourhoodLimit);
  const stretch = text.slice(start, end).replaceAll('\n', ' ');
  const at = Math.min(Math.max(offset - start, 0), stretch.length - 1);
  const first = segmenter.segment(stretch).containing(at);
  if (first === undefined) return { start: offset, end: offset };
  let from = first.index;
  let to = first.index + first.segment.length;
  while (from > 0 && abbreviation.test(stretch.slice(Math.max(0, from - 12), from))) {
    from = segmenter.segment(stretch).containing(from - 1)?.index ?? 0;
  }
  while (to < stretch.length && abbreviation.test(stretch.slice(Math.max(from, to - 12), to))) {
    const next = segmenter.segment(stretch).containing(to);
    to = next === undefined ? stretch.length : next.index + next.segment.length;
  }
  return trimWhiteSpace(text, { start: start + from, end: start + to }) ?? { start: offset, end: offset };
}

function lineAt(text: string, offset: number): Fragment {
  const end = text.indexOf('\n', offset);
  return {
    start: offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
    end: end === -1 ? text.length : end,
  };
}
