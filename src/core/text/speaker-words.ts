import type { Fragment } from '../model/fragment.ts';

/** No speaker's words are longer, in words. */
const mostWords = 9;

const articles = words(
  'the a an his her its their our my your this these those one some several many no each another both ' +
    'der die das ein eine seine ihre le la les un une des ses leurs el los las una unos il lo gli i uno o os as um uma de het een den det en ett',
);
const pronouns = words(
  'he she they it we i you who ' +
    'er sie wir ich es il elle ils elles on nous él ella ellos ellas yo lui lei loro io ele ela eles hij zij ze wij han hon hun de он она они я мы він вона вони on ona oni ο η αυτός هو هي',
);
/** What stands between a subject and its verb, or between verb and subject. */
const between = words(
  'always often has have had is are was were be been also then later now again already recently first once only just even still never not previously earlier meanwhile ' +
    'did does do would could will can may might must quoted as hat haben hatte auch dann a ont avait aussi ha han había también ha hanno aveva anche',
);
/** What joins the words of one name or phrase. */
const joints = words(
  'of for von van de del della di da du des der den la le al el bin ibn ter zu zur and & und et y e at in on',
);
/** These join lower-case words too: “the head of the agency”. */
const links = words('of for von de des du del della di da');
/** Words in front of a name that are not it. */
const titles = words(
  'president minister secretary chancellor senator representative governor mayor judge justice general colonel major captain lieutenant sergeant admiral commander chief officer ' +
    'chairman chairwoman chair director professor doctor dr mr mrs ms miss sir dame lord lady king queen prince princess pope bishop archbishop cardinal ' +
    'spokesman spokeswoman spokesperson ambassador commissioner premier leader head coach analyst economist lawyer attorney prosecutor detective inspector sheriff ' +
    'congressman congresswoman councillor councilman deputy vice prime herr frau präsident präsidentin minister ministerin kanzler kanzlerin m. mme monsieur madame señor señora presidente presidenta',
);
const days = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december yesterday today tomorrow',
);
/** Words that no phrase in front of a verb holds: it begins behind them. */
const stops = words(
  'but or so because although though while when where after before since until if that which who whom whose what how why as than then on in at to from by with about into over under during ' +
    'against between through without according however meanwhile instead yesterday today tomorrow is are was were be been has have had said told added not ' +
    'am im vom zum beim gegen unter aber oder dass weil wenn als auf mit bei nach vor mais ou que qui quand avec pour dans pero o cuando con para en',
);

interface Word extends Fragment {
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  /** What stands between it and the word before, white space left out. */
  readonly gap: string;
}

/**
 * The words for who speaks in front of a verb of saying that starts at `cue`: a pronoun, a name, or a noun with what belongs to it; undefined where there
 * is nothing like that. A first reading that the analyst confirms: titles are left out before a name, apposition in commas is jumped over.
 * @param from no words before this offset are looked at. UTF-16 units.
 */
export function speakerBefore(text: string, from: number, cue: number): Fragment | undefined {
  const all = wordsIn(text, from, cue);
  while (all.length > 0 && isSkipped(all.at(-1))) all.pop();
  // “Ode on Thursday said”: the day is no part of the name.
  while (days.has(all.at(-1)?.lower ?? '') && all.length > 1) {
    all.pop();
    if (/^(?:on|late|early|last|this|am)$/.test(all.at(-1)?.lower ?? '')) all.pop();
  }
  const last = all.at(-1);
  // “Zuckerberg wrote to Mohamed and said”: the second verb has the subject of the first, which stands further off.
  if (last === undefined || /^(?:and|or|but|while|whilst)$/.test(last.lower)) return undefined;
  const tail = text.slice(last.end, cue).replace(/[\p{L}\p{M}\s’'“”"»«]/gu, '');
  if (/[,–—)-]/u.test(tail)) {
    const name = tail.includes(',') ? nameBeforeAppositions(text, from, last.end) : undefined;
    if (name !== undefined) return name;
    const start = beforeApposition(text, from, last, tail);
    if (start === undefined) return undefined;
    // “the mediator in the conflict, Mikko Kinunin, said”: the name is who speaks.
    const named = all.filter((word) => word.start > start);
    if (named.every(({ isCapital }) => isCapital)) return phraseOf(named);
    return speakerBefore(text, from, start);
  }
  if (/[^\s]/u.test(tail)) return undefined;
  // “Devocht, who told him”: who that is stands before it.
  if (last.lower === 'who' || last.lower === 'which') {
    const before = text.slice(from, last.start).replace(/[\s,]+$/u, '');
    return speakerBefore(text, from, from + before.length);
  }
  return closed(text, phraseEndingWith(all));
}

/** The words for who speaks behind a verb of saying that ends at `cue`. @param to no words behind this offset are looked at. */
export function speakerAfter(text: string, cue: number, to: number): Fragment | undefined {
  const taken: Word[] = [];
  for (const word of wordsIn(text, cue, to)) {
    const { lower, gap } = word;
    const before = taken.at(-1);
    if (before === undefined) {
      if (/[^\s-]/u.test(gap)) return undefined;
      if (pronouns.has(lower)) return { start: word.start, end: word.end };
      if (stops.has(lower) && !articles.has(lower)) return undefined;
    } else {
      if (gap !== '' && !isAbbreviation(before, gap)) break;
      if (joints.has(lower) && !word.isCapital) {
        const next = nextWord(text, word.end, to);
        if (next === undefined || !joins(word, before, next)) break;
      } else if (stops.has(lower) || days.has(lower)) break;
      // “according to Ode the ship sank”
      else if (before.isCapital && !word.isCapital && (articles.has(lower) || !isOpenPhrase(taken))) break;
    }
    taken.push(word);
    if (taken.length === mostWords) break;
  }
  while (taken.length > 0 && joints.has(taken.at(-1)?.lower ?? '') && taken.at(-1)?.isCapital === false)
    taken.pop();
  return phraseOf(taken);
}

function phraseEndingWith(all: readonly Word[]): Fragment | undefined {
  const taken: Word[] = [];
  for (let i = all.length - 1; i >= 0 && taken.length < mostWords; i--) {
    const word = all[i];
    const behind = taken[0];
    if (word === undefined) break;
    if (behind === undefined) {
      if (pronouns.has(word.lower) && !articles.has(word.lower)) return { start: word.start, end: word.end };
      if (stops.has(word.lower) && !word.isCapital) return undefined;
    } else {
      if (behind.gap !== '' && !isAbbreviation(word, behind.gap)) break;
      // “As Ode told the paper”: no article, though Portuguese has one of that form.
      if (word.lower === 'as' && behind.isCapital) break;
      if (articles.has(word.lower)) {
        taken.unshift(word);
        const link = all[i - 1];
        if (link === undefined || word.gap !== '' || !joints.has(link.lower)) break;
        if (!links.has(link.lower) && !(all[i - 2]?.isCapital === true && behind.isCapital)) break;
        continue;
      }
      if (joints.has(word.lower) && !word.isCapital) {
        const before = all[i - 1];
        if (before === undefined || word.gap !== '' || !joins(word, before, behind)) break;
      } else if (stops.has(word.lower) || days.has(word.lower)) break;
      else if (!word.isCapital && behind.isCapital && !titles.has(word.lower) && !isDescription(word)) break;
    }
    taken.unshift(word);
  }
  while (taken[0] !== undefined && joints.has(taken[0].lower) && !taken[0].isCapital) taken.shift();
  return phraseOf(taken);
}

/** “the Russian president”: lower case that goes on behind a capital belongs to a phrase that an article or an adjective began. */
function isOpenPhrase(taken: readonly Word[]): boolean {
  const [first] = taken;
  return first !== undefined && (articles.has(first.lower) || taken.length === 1);
}

function isDescription({ lower }: Word): boolean {
  return lower.length > 3 && !/(?:ed|ing|ly)$/.test(lower);
}

/** Whether a joint stands inside one phrase: between names, or before an article (“a spokesman for the ministry”). */
function joins(joint: Word, before: Word, after: Word): boolean {
  if (!links.has(joint.lower))
    return (
      (before.isCapital || joints.has(before.lower)) &&
      (after.isCapital || joints.has(after.lower)) &&
      !days.has(after.lower) &&
      // “said Marek Ode on 3 March”
      !/^\p{N}/u.test(after.text)
    );
  if (after.isCapital || articles.has(after.lower) || joints.has(after.lower)) return true;
  return !before.isCapital && !stops.has(after.lower);
}

/** Leaves titles before a name out: “Transport Minister Ilse Tarrant” is Ilse Tarrant, “the transport minister” is what it is. */
function phraseOf(taken: readonly Word[]): Fragment | undefined {
  const last = taken.at(-1);
  if (last === undefined) return undefined;
  const lastTitle = taken.findLastIndex(({ lower }) => titles.has(lower.replace(/\.$/, '')));
  const named = taken.slice(lastTitle + 1);
  const isName =
    lastTitle !== -1 &&
    named.length > 0 &&
    named.every(({ isCapital, lower }) => isCapital || joints.has(lower));
  const start = isName && !joints.has(named[0]?.lower ?? '') ? named[0] : taken[0];
  if (start === undefined || (taken.length === 1 && articles.has(last.lower) && !pronouns.has(last.lower)))
    return undefined;
  return { start: start.start, end: last.end };
}

/** The phrase with the quotation mark that closes what was opened in it. */
function closed(text: string, phrase: Fragment | undefined): Fragment | undefined {
  if (phrase === undefined) return undefined;
  const words = text.slice(phrase.start, phrase.end);
  const isOpen = /[“„«"][^“”„«»"]*$/u.test(words);
  return isOpen && /[”“»"]/u.test(text.charAt(phrase.end))
    ? { start: phrase.start, end: phrase.end + 1 }
    : phrase;
}

/** Words that no apposition has: what holds one of them is a clause. */
const clauseWords =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|said|says|who|which|that|when|while)(?!\p{L})/iu;

/** “Ann Lee, director of the study, and head of the Centre, says”: the name that the sentence begins with, when several appositions follow on it. */
function nameBeforeAppositions(text: string, from: number, end: number): Fragment | undefined {
  const [first = '', ...appositions] = text.slice(from, end).split(',');
  if (appositions.length < 2 || appositions.some((part) => clauseWords.test(part))) return undefined;
  const named = wordsIn(text, from, from + first.length);
  const isName =
    named.length > 1 &&
    named.length <= mostWords &&
    named.every(
      ({ isCapital, lower, gap }, i) =>
        isCapital &&
        !stops.has(lower) &&
        !articles.has(lower) &&
        !days.has(lower) &&
        (i === 0 || gap === '' || gap === '.'),
    );
  return isName ? phraseOf(named) : undefined;
}

function beforeApposition(text: string, from: number, last: Word, tail: string): number | undefined {
  const opening = tail.includes(')') ? '(' : /[–—]/u.test(tail) ? (tail.match(/[–—]/u)?.[0] ?? ',') : ',';
  const at = text.lastIndexOf(opening, last.end - 1);
  return at > from ? at : undefined;
}

function wordsIn(text: string, from: number, to: number): Word[] {
  const found: Word[] = [];
  let end = from;
  for (const match of text.slice(from, to).matchAll(/[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu)) {
    const start = from + match.index;
    const [word] = match;
    found.push({
      text: word,
      lower: word.toLowerCase(),
      isCapital: /^[\p{Lu}\p{N}]/u.test(word),
      // Inverted commas inside a name part nothing: the “Luhansk Republic”.
      gap: text
        .slice(end, start)
        .replace(/[“”"«»]/gu, '')
        .trim(),
      start,
      end: start + word.length,
    });
    end = start + word.length;
  }
  return found;
}

function nextWord(text: string, from: number, to: number): Word | undefined {
  const [next] = wordsIn(text, from, Math.min(to, from + 60));
  return next?.gap === '' ? next : undefined;
}

function isSkipped(word: Word | undefined): boolean {
  return word !== undefined && (between.has(word.lower) || /ly$/.test(word.lower)) && !word.isCapital;
}

/** The full stop behind “Mr”, “St” or an initial. */
function isAbbreviation({ text }: Word, gap: string): boolean {
  return (
    gap === '.' &&
    (text.length === 1 ||
      /^(?:Mrs?|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr)$/.test(text))
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
