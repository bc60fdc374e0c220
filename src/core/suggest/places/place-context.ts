import type { Fragment } from '../../model/fragment.ts';
import { isSayingWord } from '../../text/saying-words.ts';

/** What stands around a name, and speaks for a place or against it. */
export interface PlaceContext {
  /** The word before it that says where: “in”, “near”. */
  readonly preposition: string | undefined;
  /** A word with a capital stands directly before or behind it, so that it may be part of a longer name. */
  readonly joinsBefore: boolean;
  readonly joinsAfter: boolean;
  /** A word of saying stands directly behind it: a person of that name, or a government. */
  readonly speaks: boolean;
  /** It begins a sentence, where every word has a capital. */
  readonly beginsSentence: boolean;
  /** It begins a paragraph, and a dash or a bracket follows: the place that news is sent from. */
  readonly isDateline: boolean;
}

/** How far the words around are looked at, in UTF-16 units. */
const reach = 40;

const prepositions =
  /(?<![\p{L}\p{M}])(in|at|near|from|to|into|across|around|outside|inside|within|throughout|towards?|via|through|leaving|visit(?:ed|ing)?|(?:north|south|east|west) of|capital of|city of|town of|village of|state of|province of|region of|coast of|port of|island of|people of|parts of|government of|outskirts of) (?:the )?$/iu;
/** Words with a capital that stand before a place and are no part of another name. */
const qualifiers =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|Inner|Outer|New|Old|Mainland|Downtown|Metro|City|State|Province|Republic|Lake|Mount|Port|Fort|President|Mr|In|From|At|The|And|Of|To|While|When|As|If|But|For|With|Both|Near|Across|Since|After|Before|On|Like|Unlike|Outside|Many|Some|All|Most|Other)$/u;

/** @param within the paragraph; nothing beyond it is looked at */
export function contextOf(text: string, { start, end }: Fragment, within: Fragment): PlaceContext {
  const before = text.slice(Math.max(within.start, start - reach), start);
  const after = text.slice(end, Math.min(within.end, end + reach));
  const wordBefore = /([\p{L}\p{M}'’.-]+) $/u.exec(before)?.[1];
  const wordAfter = /^ ([\p{L}\p{M}'’-]+)/u.exec(after)?.[1];
  const beginsParagraph = before.trim() === '' && start - within.start <= before.length;
  return {
    preposition: prepositions.exec(before)?.[1]?.toLowerCase(),
    joinsBefore:
      wordBefore !== undefined &&
      /^\p{Lu}/u.test(wordBefore) &&
      !qualifiers.test(wordBefore) &&
      !/[.!?]$/u.test(wordBefore.replace(/^\p{Lu}\.$/u, '')),
    joinsAfter: wordAfter !== undefined && /^\p{Lu}/u.test(wordAfter),
    speaks: wordAfter !== undefined && isSayingWord(wordAfter.toLowerCase()),
    beginsSentence: beginsParagraph || /[.!?:]["”’)]*\s+["“‘(]*$/u.test(before) || /["“]$/u.test(before),
    isDateline: beginsParagraph && /^(?:, [\p{Lu}][\p{L}. ]+)?\s*(?:[—–]|-{1,2}\s|\()/u.test(after),
  };
}
