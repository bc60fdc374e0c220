import type { Block } from '../../model/block.ts';
import type { Fragment } from '../../model/fragment.ts';
import type { AttributionSuggestion } from '../suggestion.ts';

/** Words before a colon that say what follows is, and not who says it. */
const kinds =
  /^(?:analysis|opinion|explainer|explained|exclusive|watch|video|photos?|pictures?|images?|live|update|breaking|interview|fact check|factbox|timeline|review|q&a|editorial|comment|profile|obituary|correction|read|listen|podcast|note|source|sources)$/i;

const form = /^(\p{Lu}[\p{L}\p{M}\p{N}.’'& -]{1,50}):\s+(\S[^\n]{11,300})$/u;

/** “Ode: the ship will not sail”: a title or heading whose words before the colon are a name. No corpus that was at hand has such; hence the low confidence. */
export function headlineIn(
  text: string,
  blocks: readonly Block[],
  paragraph: Fragment & { readonly first: number },
): AttributionSuggestion | undefined {
  const kind = blocks[paragraph.first]?.kind;
  if ((kind !== 'title' && kind !== 'heading') || paragraph.end - paragraph.start > 400) return undefined;
  const found = form.exec(text.slice(paragraph.start, paragraph.end).trimEnd());
  const [, who = '', said = ''] = found ?? [];
  if (found === null || kinds.test(who) || !isName(who)) return undefined;
  const start = paragraph.start + found[0].length - said.length;
  return {
    rule: 'reported-speech',
    claim: [{ start, end: start + said.length }],
    form: /^["“„«‘'].*["”“»’']$/u.test(said) ? 'direct' : 'indirect',
    speaker: { start: paragraph.start, end: paragraph.start + who.length },
    cue: undefined,
    confidence: 0.55,
    reason: ['a headline with a name and a colon', `“${who}” stands before it`],
  };
}

/** One to four words, each with a capital or joining two. */
function isName(words: string): boolean {
  const all = words.trim().split(/\s+/);
  return all.length <= 4 && all.every((word) => /^(?:\p{Lu}|of$|the$|de$|von$|van$|and$|&$)/u.test(word));
}
