import type { Fragment } from '../../src/core/model/fragment.ts';
import { isSayingWord } from '../../src/core/text/saying-words.ts';

/** A verb of saying is looked for so near a quotation, in UTF-16 units. */
const reach = 80;

export interface PlainAttribution {
  readonly claim: readonly Fragment[];
  readonly speaker: Fragment | undefined;
}

/** The rule that comes first to mind: words between marks of quotation are a claim, the name nearest to a verb of saying beside them its speaker. */
export function plainAttributions(text: string): PlainAttribution[] {
  return [...text.matchAll(/["“„«]([^"“”„«»\n]{3,2000})["”“»]/gu)].map(({ 0: words, index }) => {
    const claim = { start: index, end: index + words.length };
    const behind = { start: claim.end, end: Math.min(text.length, claim.end + reach) };
    const before = { start: Math.max(0, claim.start - reach), end: claim.start };
    return { claim: [claim], speaker: speakerIn(text, behind) ?? speakerIn(text, before) };
  });
}

function speakerIn(text: string, { start, end }: Fragment): Fragment | undefined {
  const [line = ''] = text.slice(start, end).split('\n');
  const verb = [...line.matchAll(/\p{L}+/gu)].find(({ 0: word }) => isSayingWord(word));
  if (verb === undefined) return undefined;
  const names = [...line.matchAll(/(?:\p{Lu}[\p{L}’'.-]*\s?)+|\b(?:he|she|they)\b/gu)].map(
    ({ 0: words, index }) => ({
      start: start + index,
      end: start + index + words.trimEnd().length,
    }),
  );
  const at = start + verb.index;
  const gap = (name: Fragment) => Math.min(Math.abs(name.start - at), Math.abs(name.end - at));
  return names.sort((a, b) => gap(a) - gap(b))[0];
}
