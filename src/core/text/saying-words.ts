import type { Fragment } from '../model/fragment.ts';

/** Verbs of saying by their first form; the other forms are regular. Nouns of the same form (report, claim) are told apart by `nounLike`. */
const regular =
  'acknowledge add admit advise affirm agree allege announce answer appeal argue ask assert assure boast caution clarify claim comment complain concede ' +
  'conclude confess confirm consider contend counter criticise criticize cry declare decry demand denounce deny describe disclose dispute ' +
  'emphasise emphasize estimate exclaim explain express highlight hint indicate inform insist joke lament maintain mention murmur mutter note notify observe ' +
  'opine point predict proclaim promise quip reaffirm reassert reassure recall recommend recount reiterate remark remind reply report respond restate retort reveal scoff ' +
  'shout signal state stress suggest testify tweet underline underscore urge vow warn whisper yell';

const irregular =
  'say says said saying tell tells told telling write writes wrote writing written speak speaks spoke spoken swear swears swore swearing ' +
  'retell retells retold retelling think thinks thought believe believes believed';

/** Other languages, the forms that stand beside quotations. */
const foreign = [
  'sagte sagten sagt sagen erklärte erklärten erklärt betonte betont meinte meint äußerte fügte ergänzte warnte teilte berichtete schrieb kritisierte forderte behauptete',
  'dit disait déclaré déclare déclarait affirmé affirme affirmait indiqué indique expliqué explique ajouté ajoute estimé estime souligné souligne précisé précise assuré assure écrit rappelle rappelé',
  'dijo dice dicho afirmó afirma señaló señala declaró declara explicó explica aseguró asegura añadió agregó indicó manifestó sostuvo advirtió anunció comentó',
  'detto dice dichiarato dichiara spiegato spiega affermato afferma aggiunto aggiunge sottolineato ribadito commenta commentato',
  'disse diz afirmou afirma declarou explicou acrescentou garantiu destacou ressaltou informou',
  'zei zegt zeiden verklaarde vertelde voegde benadrukte meldde schreef',
  'sade säger sa sier uttalte forklarte siger sagde oplyser tillade tillägger berättar',
  'powiedział powiedziała mówi oświadczył oświadczyła dodał dodała stwierdził stwierdziła podkreślił',
  'сказал сказала сказали говорит заявил заявила заявили сообщил сообщила сообщили отметил отметила добавил добавила пояснил подчеркнул подчеркнула пишет написал',
  'сказав сказала заявив заявила повідомив повідомила зазначив зазначила додав додала',
  'είπε δήλωσε δήλωσαν τόνισε ανέφερε πρόσθεσε',
  'dedi söyledi belirtti açıkladı ifade',
  'قال قالت وقال وقالت أضاف أضافت وأضاف وأضافت صرح أكد أكدت وأكد أوضح وأوضح',
  'אמר אמרה הוסיף הוסיפה טען טענה מסר',
].join(' ');

/** In writing without spaces a verb has no edge: these are looked for anywhere. */
const unspaced = /表示|指出|强调|強調|认为|認為|宣布|补充说|說|说|と述べ|と語っ|と話し/gu;

/** Words that bring in the speaker rather than what he says. */
const sources =
  /(?<![\p{L}\p{M}])(?:according to|in the words of|selon|d’après|d'après|según|laut|nach angaben (?:von|der|des)|secondo|segundo|de acordo com|volgens|enligt|ifølge|według|zdaniem|по словам|по данным|за словами|وفقا ل|بحسب)(?![\p{L}\p{M}])/giu;

/** First and third forms of these are as often nouns: “the report”, “claims”, “a state of”. */
const nounLike = new Set(
  'claim comment demand answer report note state promise point signal estimate appeal counter joke cry shout caution hint stress remark highlight dispute express tweet reply yell vow retort boast murmur mutter'.split(
    ' ',
  ),
);

const doubled = new Set(['admit', 'quip']);

const sayingForms: ReadonlySet<string> = new Set([
  ...regular.split(' ').flatMap(formsOf),
  ...irregular.split(' '),
  ...foreign.split(' '),
]);

function formsOf(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const ending = doubled.has(verb) ? verb.slice(-1) : '';
  const isY = /[^aeiou]y$/.test(verb);
  const third = isY ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = isY ? `${verb.slice(0, -1)}ied` : `${stem}${ending}ed`;
  const forms = [past, `${stem}${ending}ing`];
  return nounLike.has(verb) ? forms : [verb, third, ...forms];
}

/** True for a form of a verb of saying, e.g. `said`, `added`, `erklärte`. */
export function isSayingWord(word: string): boolean {
  return sayingForms.has(word.toLowerCase());
}

/** A word or phrase that says that somebody speaks. */
export interface Cue extends Fragment {
  /** `verb`: somebody says; `source`: according to somebody. */
  readonly kind: 'verb' | 'source';
}

/** The cues in `[start, end)` of a text, in order; UTF-16 units. */
export function cuesIn(text: string, { start, end }: Fragment): Cue[] {
  const stretch = text.slice(start, end);
  const found: Cue[] = [];
  const take = (kind: Cue['kind'], index: number, length: number) =>
    found.push({ kind, start: start + index, end: start + index + length });
  for (const { 0: words, index } of stretch.matchAll(sources)) take('source', index, words.length);
  for (const { 0: word, index } of stretch.matchAll(/(?<![-‐])[\p{L}\p{M}]+(?![-‐])/gu)) {
    if (isSayingWord(word) ? !isAdjective(stretch, index, word) : saysHere(text, start, index, word))
      take('verb', index, word.length);
  }
  for (const { 0: word, index } of stretch.matchAll(unspaced)) take('verb', index, word.length);
  return found.sort((a, b) => a.start - b.start);
}

/** Forms that are nouns as often, and verbs that mostly do something else: they say something where a clause follows. */
const withClause: ReadonlySet<string> = new Set([
  ...[...nounLike].flatMap((verb) => [verb, `${verb}${/(?:s|sh|ch|x)$/.test(verb) ? 'es' : 's'}`]),
  ...'find finds found learn learns learned learnt show shows showed shown hear heard know knows knew read reads reason reasoned theorise theorised theorize theorized continue continued feel feels felt hope hopes hoped fear fears feared worry worried rule rules ruled conclude'.split(
    ' ',
  ),
]);
const clauseBehind =
  /^\s+(?:that\b(?!\s+(?:the\s)?\p{Lu}?\p{Ll}+\s*[.,;])|(?:he|she|it|they|we|I|there|this|these|his|her|their|its|she’s|he’s|every|few|only|no one|nobody)\s)/u;
const quotedBehind = /^\s*(?:,|:)?\s*["“„«]/u;
const subjectBefore =
  /(?:^|[^\p{L}])(?:he|she|it|they|we|I|who|which|also|media|officials|[\p{Lu}][\p{L}\p{M}.’'-]*|[\p{Ll}]{3,})\s+$/iu;

/** True for such a form where somebody stands before it and a clause, or a quotation, behind it: “Paris claims that she …”, “The letter reads “…””. */
function saysHere(text: string, start: number, index: number, word: string): boolean {
  if (!withClause.has(word.toLowerCase())) return false;
  const at = start + index;
  // A quotation that it brings in may stand behind the stretch.
  const behind = text.slice(at + word.length, at + word.length + 60);
  const before = text.slice(Math.max(start, at - 40), at);
  if (
    /(?:^|[^\p{L}])(?:the|a|an|his|her|their|its|this|that|these|those|no|any|some|of|to|in|for|by|with)\s+$/iu.test(
      before,
    )
  )
    return false;
  return subjectBefore.test(before) && (clauseBehind.test(behind) || quotedBehind.test(behind));
}

/** “the announced plans”, “an alleged plot”: a form in -ed behind an article describes what follows. */
function isAdjective(stretch: string, index: number, word: string): boolean {
  return (
    /ed$/i.test(word) &&
    /(?:^|[^\p{L}])(?:the|a|an|its|his|her|their|this|these|those)\s+$/iu.test(
      stretch.slice(Math.max(0, index - 8), index),
    )
  );
}
