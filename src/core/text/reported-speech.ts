import type { Fragment } from '../model/fragment.ts';
import { quotesIn } from './quotation-marks.ts';
import { type Cue, cuesIn } from './saying-words.ts';
import { sentenceAt } from './sentences.ts';
import type { SpeechFrame } from './speech-frame.ts';
import { speakerOfCue } from './speech-frame.ts';
import { trimWhiteSpace } from './words.ts';

/** What somebody is reported to have said in other words than his own: `the ship sank` in `Ode said that the ship sank.` */
export interface ReportedSpeech extends SpeechFrame {
  readonly claim: Fragment;
  readonly cue: Fragment;
  /** True when part of it is quoted. */
  readonly isMixed: boolean;
}

/** “that” follows the verb within so many UTF-16 units: “said in a statement on Thursday that …”. */
const complementiserReach = 120;

/** No sentence that somebody wrote reports more than so many things. */
const mostReports = 12;

/** A claim of fewer letters is none: “Ode said so.” */
const leastLetters = 8;

const complementiser =
  /(?<![\p{L}])(?:that|dass|daß|que|che|dat|att|що|что|że|ότι|أن|إن)(?![\p{L}])|(?<![\p{L}])qu[’']/iu;

/** Verbs after which first comes who is told. */
const withHearer =
  /^(?:tell|tells|told|telling|inform|informs|informed|assure|assures|assured|remind|reminds|reminded|reassured|advise|advised|warn|warned|warns|notified)$/i;

/** Who is told, where a clause follows: “told Ode he would help”, “tell the paper every claim is read”. */
const hearer =
  /^\s+(?:(?:the\s+)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*){0,5}|him|her|them|us|me|you|reporters|journalists|parliament|(?:the|an?|his|her|their)\s+\p{Ll}+)\s+(?=(?:he|she|it|they|we|I|there|the|an?|every|no|his|her|their|its|this|these|those|some|all|both)\s)/u;

/** Verbs behind which, without “that”, stands what they are about: “denied visas to the team”. */
const withObject =
  /^(?:ask|den(?:y|i)|describ|express|consider|sp(?:eak|oke)|point|highlight|critici[sz]|demand|appeal|disput|denounc|decr[yi]|underlin|emphasi[sz]|stress|declar|recommend|tweet|disclos|promis|explain)/i;

/** Trailing words of saying end the sentence within so many words: “…, Ode said on Thursday.” */
const mostTrailingWords = 12;

/**
 * What is reported in the sentence at `offset`: of several reports the one that `offset` is in, else the first. Undefined when nobody says anything there.
 * @param within the paragraph, UTF-16 units.
 */
export function reportedSpeechAt(text: string, offset: number, within: Fragment): ReportedSpeech | undefined {
  const reports = reportedSpeechIn(text, sentenceAt(text, offset, within));
  const holding = reports.findLast(({ claim }) => claim.start <= offset && offset <= claim.end);
  return holding ?? reports[0];
}

/** What is reported in a sentence, in text order of the words of saying. */
export function reportedSpeechIn(text: string, sentence: Fragment): ReportedSpeech[] {
  const quotes = quotesIn(text, sentence);
  const isQuoted = ({ start, end }: Fragment) =>
    quotes.some((quote) => quote.start < start && end <= quote.end);
  const cues = cuesIn(text, sentence)
    .filter((cue) => !isQuoted(cue) && isReporting(text, cue))
    .slice(0, mostReports);
  const end = closingEnd(text, sentence);
  return cues.flatMap((cue, i): ReportedSpeech[] => {
    const previous = cues[i - 1]?.end ?? sentence.start;
    // “She wrote to him and said …”: who does so stands before the first verb.
    const isCoordinated =
      /[^,\s]\s+and\s+$/iu.test(text.slice(previous, cue.start)) ||
      /ing$/i.test(text.slice(cue.start, cue.end));
    const place = { start: isCoordinated ? sentence.start : previous, end: sentence.end };
    const speaker = speakerOfCue(text, cue, place);
    const found =
      cue.kind === 'source'
        ? claimOfSource(text, sentence, end, cue, speaker)
        : claimOfVerb(text, sentence, end, cue, speaker);
    const claim = found === undefined ? undefined : trimWhiteSpace(text, found);
    if (claim === undefined || lettersIn(text, claim) < leastLetters) return [];
    const isMixed = quotes.some((quote) => claim.start <= quote.start && quote.end <= claim.end);
    return [{ claim, cue: { start: cue.start, end: cue.end }, speaker, isMixed }];
  });
}

/** “According to X, CLAIM.” or “CLAIM, according to X.” */
function claimOfSource(
  text: string,
  sentence: Fragment,
  end: number,
  cue: Cue,
  speaker: Fragment | undefined,
): Fragment | undefined {
  const lead = text.slice(sentence.start, cue.start);
  // “it is known that according to X, CLAIM” is as if it began there.
  const isFirst = !/[\p{L}\p{N}]/u.test(lead) || /(?<!\p{L})(?:that|which|and|but)[,\s]*$/iu.test(lead);
  if (!isFirst) return { start: sentence.start, end: beforeComma(text, sentence.start, cue.start) };
  // “According to Ode the ship sank.”
  const subject =
    speaker === undefined
      ? null
      : /^\s+(?=(?:the|an?|his|her|its|their|these|those|there|no|some)\s)/iu.exec(
          text.slice(speaker.end, end),
        );
  if (speaker !== undefined && subject !== null) return { start: speaker.end + subject[0].length, end };
  const comma = text.slice(speaker?.end ?? cue.end, end).indexOf(',');
  return comma === -1 ? undefined : { start: (speaker?.end ?? cue.end) + comma + 1, end };
}

/** “X said (that) CLAIM.” or “CLAIM, X said.” */
function claimOfVerb(
  text: string,
  sentence: Fragment,
  end: number,
  cue: Cue,
  speaker: Fragment | undefined,
): Fragment | undefined {
  const behind = text.slice(cue.end, Math.min(end, cue.end + complementiserReach));
  // “As Ode told the paper, CLAIM.”
  const comma = behind.indexOf(',');
  if (/^\W*As\s/u.test(text.slice(sentence.start, cue.start)) && comma !== -1)
    return { start: cue.end + comma + 1, end };
  const that = complementiser.exec(behind);
  if (that !== null && !/[.;:!?]/.test(behind.slice(0, that.index))) {
    return { start: cue.end + that.index + that[0].length, end };
  }
  const start = Math.min(cue.start, speaker?.start ?? cue.start);
  const isTrailing =
    !/ing$|^sp(?:eak|oke)/i.test(text.slice(cue.start, cue.end)) &&
    text.slice(cue.end, end).split(/\s+/).length <= mostTrailingWords &&
    /,\s*$/.test(text.slice(sentence.start, start));
  if (isTrailing) return { start: sentence.start, end: beforeComma(text, sentence.start, start) };
  // Inverted, as behind a quotation: nothing is reported behind it.
  if (speaker !== undefined && speaker.start >= cue.end) return undefined;
  if (withHearer.test(text.slice(cue.start, cue.end))) {
    const told = hearer.exec(behind);
    const from = cue.end + (told?.[0].length ?? 0);
    return told !== null && isClause(text.slice(from, end)) ? { start: from, end } : undefined;
  }
  if (/^\s*(?:,|–|—|on |at |in |to |by |for |of |with |about )/.test(behind)) return undefined;
  if (
    withObject.test(text.slice(cue.start, cue.end)) &&
    !/^\s+(?:he|she|it|they|we|I|there|how|why|whether|what)\s/.test(behind)
  )
    return undefined;
  return isClause(text.slice(cue.end, end)) ? { start: cue.end, end } : undefined;
}

/** Verbs that what is said without “that” holds one of, and objects do not: “said the ship sank”, not “denied visas to the team”. */
const finite =
  /(?<![\p{L}’'])(?:is|are|was|were|am|has|have|had|will|would|could|should|may|might|can|cannot|must|shall|do|does|did|didn[’']t|don[’']t|won[’']t|isn[’']t|[\p{Ll}]{2,}(?:ed|[^s]s)|went|came|took|made|got|gave|saw|knew|left|kept|held|felt|lost|paid|met|ran|sent|won|fell|began|became|led|grew|spent|sank|said|told|thought)(?![\p{L}])/u;
/** Words at the beginning that end in -s or -ed belong to what the clause is about. */
const subjectWords = 1;

function isClause(words: string): boolean {
  const [, rest = ''] = new RegExp(`^\\s*(?:[^\\s]+\\s+){${subjectWords}}(.*)$`, 'su').exec(words) ?? [];
  if (/^\s*["“„«]/u.test(words)) return true;
  return (
    !/\p{Script=Latin}/u.test(words) ||
    finite.test(rest.slice(0, 160)) ||
    !/^\s*[\p{Script=Latin}]+ing\b/u.test(words) === false
  );
}

/** “, adding that …” reports; “as well as countering the attack” does not. */
function isReporting(text: string, { start, end }: Cue): boolean {
  return !/ing$/i.test(text.slice(start, end)) || /,\s*$/.test(text.slice(Math.max(0, start - 3), start));
}

function beforeComma(text: string, start: number, end: number): number {
  return start + text.slice(start, end).replace(/[\s,–—-]+$/u, '').length;
}

/** Behind the last word: the full stop belongs to the whole sentence, a closing quotation mark to the claim. */
function closingEnd(text: string, { start, end }: Fragment): number {
  const words = text.slice(start, end);
  return start + words.replace(/[.!?…。]+$/u, '').length;
}

function lettersIn(text: string, { start, end }: Fragment): number {
  return text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, '').length;
}
