import type { Fragment } from '../model/fragment.ts';
import { quotesIn } from './quotation-marks.ts';
import { type Cue, cuesIn } from './saying-words.ts';
import { sentenceAt } from './sentences.ts';
import { speakerAfter, speakerBefore } from './speaker-words.ts';

/** The words around something said that say that it is said, and by whom. Offsets in UTF-16 units. */
export interface SpeechFrame {
  readonly cue: Fragment | undefined;
  /** The words for the speaker, as far as they stand beside the cue. */
  readonly speaker: Fragment | undefined;
}

/** Behind a quotation the verb comes within so many UTF-16 units. */
const reach = 160;

/**
 * Finds cue and speaker of something said: between its fragments, else behind it, else before it, in its own sentence.
 * @param within the paragraph, or paragraphs, that it stands in.
 */
export function speechFrame(text: string, fragments: readonly Fragment[], within: Fragment): SpeechFrame {
  const places = [...gapsOf(fragments), ...inOrder(text, around(text, fragments, within))];
  for (const place of places) {
    const cues = cuesIn(text, place).filter(
      // “…”, highlighting the need of it: that goes on about the quotation.
      (cue) => !isQuoted(text, cue, place) && !(place.side === 'after' && isParticiple(text, cue)),
    );
    const cue = place.side === 'before' ? (cues.findLast(({ kind }) => kind === 'verb') ?? cues[0]) : cues[0];
    if (cue !== undefined)
      return { cue: { start: cue.start, end: cue.end }, speaker: speakerOfCue(text, cue, place) };
  }
  return { cue: undefined, speaker: undefined };
}

/** The words for the speaker beside a cue. @param place the stretch to look in, without anything quoted. */
export function speakerOfCue(text: string, cue: Cue, place: Fragment): Fragment | undefined {
  if (cue.kind === 'source') return speakerAfter(text, cue.end, place.end);
  const before = text.slice(place.start, cue.start);
  if (isParticiple(text, cue)) return speakerOfParticiple(text, cue, place, before);
  if (!/[\p{L}\p{N}]/u.test(before)) return speakerAfter(text, cue.end, place.end);
  const found = speakerBefore(text, place.start, cue.start);
  if (found !== undefined) return found;
  // “The ministry denied it and said that …”: both verbs have the subject of the first.
  const [first] = coordinated.test(before) ? cuesIn(text, { start: place.start, end: cue.start }) : [];
  if (first !== undefined) return speakerOfCue(text, first, place);
  return speakerAfter(text, cue.end, place.end);
}

/** “Ode denied it, adding that …”: who denied it adds. “Ode adding that …” names him beside it. */
function speakerOfParticiple(text: string, cue: Cue, place: Fragment, before: string): Fragment | undefined {
  if (!/(?:,|(?<!\p{L})(?:while|whilst|and|by|before|after))\s*$/iu.test(before))
    return /[\p{L}\p{N}]/u.test(before) ? speakerBefore(text, place.start, cue.start) : undefined;
  const earlier = cuesIn(text, { start: place.start, end: cue.start }).find(
    (other) => other.kind === 'verb' && !isParticiple(text, other),
  );
  return earlier === undefined ? undefined : speakerOfCue(text, earlier, place);
}

function isParticiple(text: string, { start, end }: Fragment): boolean {
  return /[a-z]ing$/i.test(text.slice(start, end));
}

const coordinated =
  /(?<!\p{L})(?:and|but|or|und|aber|et|mais|y|pero|e|en|och|и|а)\s+(?:\p{L}+ly\s+|also\s+)?$/iu;

/** A verb right in front of the quotation (`The letter says “…”`) goes before what stands behind it. */
function inOrder(text: string, sides: readonly Place[]): readonly Place[] {
  const before = sides.find(({ side }) => side === 'before');
  if (before === undefined) return sides;
  const cue = cuesIn(text, before).at(-1);
  const isBroughtIn = cue?.kind === 'verb' && /^\s*[,:]?\s*$/u.test(text.slice(cue.end, before.end));
  return isBroughtIn ? sides.toReversed() : sides;
}

interface Place extends Fragment {
  readonly side: 'between' | 'after' | 'before';
}

function gapsOf(fragments: readonly Fragment[]): Place[] {
  return fragments
    .slice(1)
    .map(({ start }, i) => ({ side: 'between', start: fragments[i]?.end ?? start, end: start }));
}

function around(text: string, fragments: readonly Fragment[], within: Fragment): Place[] {
  const [first] = fragments;
  const last = fragments.at(-1);
  if (first === undefined || last === undefined) return [];
  const places: Place[] = [];
  const end = Math.min(within.end, last.end + reach);
  const start = Math.max(
    within.start,
    sentenceAt(text, first.start, within).start,
    lastQuoteEnd(text, within.start, first.start),
  );
  const isAlone = !/[\p{L}\p{N}]/u.test(text.slice(start, first.start));
  if (goesOnBehind(text, last, end, isAlone)) {
    const inside = last.end + text.slice(last.end, end).search(/\p{L}/u);
    const sentence = sentenceAt(text, Math.max(last.end, inside), {
      start: last.end,
      end: Math.max(end, last.end),
    });
    places.push({ side: 'after', start: last.end, end: Math.min(end, Math.max(sentence.end, last.end)) });
  }
  if (start < first.start) places.push({ side: 'before', start, end: first.start });
  return places;
}

/**
 * Whether the words behind may say who speaks. A quotation that ends in a full stop ends its sentence with it; one that stands inside a
 * sentence (“called it ‘a toll’ and said …”) belongs to the words before it unless a comma sets it apart.
 */
function goesOnBehind(text: string, last: Fragment, end: number, isAlone: boolean): boolean {
  const behind = text.slice(last.end, end).trimStart();
  if (behind === '') return false;
  const ending = text
    .slice(Math.max(last.start, last.end - 3), last.end)
    .replace(/[^\p{P}]|["'”’»“‘«›‹」』\s]/gu, '');
  if (/[.。]$/u.test(ending)) return /^[\p{Ll},–—-]/u.test(behind);
  return isAlone || /[,!?…—–-]$/u.test(ending) || /^[,–—-]/u.test(behind);
}

/** The end of the last thing said before; words in inverted commas (“the ‘free’ port said”) are part of the sentence. */
function lastQuoteEnd(text: string, from: number, to: number): number {
  const near = Math.max(from, to - 1000);
  const spoken = quotesIn(text, { start: near, end: to }).findLast(
    ({ end, isClosed }) => isClosed && /[,.!?…]/u.test(text.charAt(end - 2)),
  );
  return spoken?.end ?? from;
}

function isQuoted(text: string, cue: Cue, place: Fragment): boolean {
  return quotesIn(text, place).some(
    ({ start, end, isClosed }) => isClosed && start < cue.start && cue.end < end,
  );
}
