import type { Fragment } from '../model/fragment.ts';

/** A stretch between quotation marks, the marks included; offsets in UTF-16 units. */
export interface Quote extends Fragment {
  /** The mark that opens it. */
  readonly mark: string;
  /** False when the paragraph ends before it is closed. */
  readonly isClosed: boolean;
}

interface OpenMark {
  readonly at: number;
  readonly mark: string;
}

/** The characters around a mark. */
interface Context {
  readonly before: string;
  readonly after: string;
  readonly isParagraphStart: boolean;
}

const anyMark = /["'“”„‟‘’‚‛«»‹›「」『』]/g;

/** Opening mark → the marks that may close it. „…“ and ‚…‘ are German, „…” Polish, »…« German and Danish, ”…” and »…» Swedish and Finnish. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“',
  '”': '”',
  '„': '“”"',
  '‟': '”',
  '‘': '’',
  '‛': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
};

/** Quotations stand in quotations this deep at most. */
const deepest = 32;

/** Marks that also stand for an apostrophe: what they open and nothing closes is no quotation. */
const singles = "'‘‛‚";

/**
 * The quotations of one paragraph, outer ones before those that they hold: each lies inside another or apart from it. What a double mark opens and nothing
 * closes ends with the paragraph; apostrophes and the signs of feet and inches are no marks.
 * @param paragraph where to look, UTF-16 units.
 */
export function quotesIn(text: string, { start, end }: Fragment): Quote[] {
  const found: Quote[] = [];
  const open: OpenMark[] = [];
  const stretch = text.slice(start, end);
  const firstLetter = start + stretch.search(/\S/u);
  for (const { 0: mark, index } of stretch.matchAll(anyMark)) {
    const at = start + index;
    const context = {
      before: at === start ? '' : text.charAt(at - 1),
      after: at + 1 >= end ? '' : text.charAt(at + 1),
      isParagraphStart: at === firstLetter,
    };
    const opener = open.findLastIndex((candidate) => closes(candidate, mark, context, text, at, end));
    if (opener !== -1) {
      const { at: from, mark: opening } = open[opener] ?? { at, mark };
      open.length = opener;
      if (at > from + 1) found.push({ start: from, end: at + 1, mark: opening, isClosed: true });
    } else if (mayOpen(mark, context, text, at, open)) {
      // A straight mark cannot stand inside its own kind: the earlier one was left open by mistake.
      const twin = mark === '"' ? open.findIndex((other) => other.mark === '"') : -1;
      if (twin !== -1) open.splice(twin, 1);
      // Of marks that nothing closes, the earliest are given up: nobody quotes so deep.
      if (open.length === deepest) open.shift();
      open.push({ at, mark });
    }
  }
  for (const { at, mark } of open) {
    if (singles.includes(mark)) continue;
    const to = start + stretch.trimEnd().length;
    if (to > at + 1) found.push({ start: at, end: to, mark, isClosed: false });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function closes(
  opener: OpenMark,
  mark: string,
  { before, after }: Context,
  text: string,
  at: number,
  end: number,
): boolean {
  if (closers[opener.mark]?.includes(mark) !== true) return false;
  switch (mark) {
    case '“':
      return opener.mark === '„' ? !isSpace(before) : !isSpace(before) && isRightEdge(after);
    case '”':
      return opener.mark !== '”' || !isSpace(before);
    case '"':
      return !isSpace(before) || isRightEdge(after);
    case '«':
      return !isSpace(before) || isRightEdge(after);
    case '»':
      // Between spaces it closes as French sets it: » … ».
      return opener.mark === '«' || !isSpace(before) || isRightEdge(after);
    case '’':
    case '‘':
    case "'":
      return closesSingle(opener.mark, mark, before, after, text, at, end);
    default:
      return true;
  }
}

function closesSingle(
  opening: string,
  mark: string,
  before: string,
  after: string,
  text: string,
  at: number,
  end: number,
): boolean {
  if (before === '' || isSpace(before) || isWord(after)) return false;
  if (opening === '‚' && mark === '‘') return true;
  // “the boys’ toys’”: the mark behind a plural is an apostrophe where the sentence goes on and another mark can still close.
  const goesOn = /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
  if (before !== 's' || !goesOn) return true;
  const rest = text.slice(at + 1, Math.min(end, at + 400));
  const nextOpen = rest.search(opening === "'" ? /(?<=[\s(])'(?=\p{L})/u : /[‘‚]/u);
  const later = rest.search(/(?<=[^\s])['’](?![\p{L}\p{N}])/u);
  return later === -1 || (nextOpen !== -1 && nextOpen < later);
}

function mayOpen(
  mark: string,
  { before, after, isParagraphStart }: Context,
  text: string,
  at: number,
  open: readonly OpenMark[],
): boolean {
  switch (mark) {
    case '„':
    case '‟':
    case '「':
    case '『':
      return true;
    case '“':
      return !(isTail(before) && isRightEdge(after));
    case '«':
    case '‹':
      return !(isWord(before) && isRightEdge(after));
    case '»':
    case '›':
      return isParagraphStart || (isLeftEdge(before) && !isRightEdge(after));
    case '”':
      return (
        isLeftEdge(before) && !isRightEdge(after) && !open.some((other) => !singles.includes(other.mark))
      );
    case '"':
      if (/\p{N}/u.test(before)) return false;
      return isLeftEdge(before) || isIdeograph(before) || (/[:;,]/.test(before) && isWord(after));
    case '‘':
    case '‛':
    case '‚':
      return (isLeftEdge(before) || isIdeograph(before)) && !isRightEdge(after) && !isDecade(text, at);
    case "'":
      return isLeftEdge(before) && !isRightEdge(after) && !isDecade(text, at);
    default:
      return false;
  }
}

/** ’90s and the like. */
function isDecade(text: string, at: number): boolean {
  return /^\d\d(?:er|s)?(?!\p{L})/u.test(text.slice(at + 1, at + 6));
}

function isSpace(character: string): boolean {
  return /^\s$/u.test(character);
}

function isWord(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}

function isIdeograph(character: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}。，、！？：；]$/u.test(
    character,
  );
}

/** What words and quotations end in. */
function isTail(character: string): boolean {
  return /^[\p{L}\p{N}.,!?…;:]$/u.test(character) && !isIdeograph(character);
}

/** What stands before an opening mark. */
function isLeftEdge(character: string): boolean {
  return character === '' || /^[\s([{\-‐-―/“„‟‘‚‛«‹「『"'¿¡*_>]$/u.test(character);
}

/** What stands behind a closing mark. */
function isRightEdge(character: string): boolean {
  return character === '' || /^[\s.,;:!?…)\]}\-‐-―/”“’»›」』"'*_]$/u.test(character);
}
