import { snapToGrapheme } from '../../core/text/graphemes.ts';
import { invisibleAt } from '../../core/text/invisible.ts';

/** A character that is drawn as a token because it shows nothing of itself. Offsets are UTF-16 units of the text. */
export interface InvisibleToken {
  readonly start: number;
  readonly end: number;
  /** Short name on the token, e.g. `RLO`. */
  readonly label: string;
  /** Full name and code point. */
  readonly title: string;
  /** True for embeddings, overrides and isolates: they are shut in, so that they cannot reorder what follows. */
  readonly reorders: boolean;
}

/** What may be invisible; `invisibleAt` decides. Soft hyphens are not in it: they show where they act. */
const candidates = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

const reordering = /[\u202a-\u202e\u2066-\u2069]/;

/** A joiner after one of these shapes nothing: it was put there by mistake or to deceive. */
const idleBeforeJoiner = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{Z}\p{Cc}]$/u;

const blackFlag = '\u{1f3f4}';

/** The characters in `[start, end)` that are drawn as tokens: all that cannot be seen, but for those that build a visible character. */
export function invisibleTokensIn(text: string, start: number, end: number): InvisibleToken[] {
  const tokens: InvisibleToken[] = [];
  candidates.lastIndex = start;
  for (
    let found = candidates.exec(text);
    found !== null && found.index < end;
    found = candidates.exec(text)
  ) {
    const at = found.index;
    const invisible = invisibleAt(text, at);
    if (invisible === undefined || isAtWork(text, at)) continue;
    const codePoint = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    tokens.push({
      start: at,
      end: Math.min(end, at + invisible.length),
      label: invisible.label,
      title: `${invisible.name} (U+${codePoint})`,
      reorders: reordering.test(found[0]),
    });
  }
  return tokens;
}

/** True for a joiner within an Indic or Arabic word or an emoji, and for the tags of a flag. */
function isAtWork(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === '\u200c' || character === '\u200d') {
    return at > 0 && !idleBeforeJoiner.test(text.slice(Math.max(0, at - 2), at));
  }
  return character === '\udb40' && text.startsWith(blackFlag, snapToGrapheme(text, at, 'start'));
}
