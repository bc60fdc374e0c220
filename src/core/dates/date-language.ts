/** Languages other than English whose words for times are read. */
export type DateLanguage = 'de' | 'es' | 'fr' | 'it' | 'nl' | 'pt' | 'ru' | 'sv' | 'uk';

/** Small words that stand in nearly every sentence of a language, and in few of the others. */
const smallWords: readonly [DateLanguage | null, string][] = [
  [null, 'the and of to that is was with for by from have which'],
  ['de', 'der die und das nicht mit von den ist ein eine dem auch sich'],
  ['es', 'el los las que del y por una con para es se lo como'],
  ['fr', 'le les des et est une que dans pour qui sur au pas du'],
  ['it', 'il che di gli della del e per una con non sono alla nel'],
  ['nl', 'het een en van dat niet op te zijn voor met aan ook door'],
  ['pt', 'o os que do da em um uma para com não por mais dos ao'],
  ['ru', 'и в не на что с по это как его из от был для'],
  ['sv', 'och att det som en på är av för med den till inte om har'],
  ['uk', 'і в не на що з та у його від був для як це є'],
];

/** UTF-16 units looked at: some hundred words. */
const sample = 4000;

/** The language that an article seems to be in; null for English, and for what cannot be told. */
export function dateLanguageOf(text: string): DateLanguage | null {
  const words =
    text
      .slice(0, sample)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scores = smallWords.map(([language, list]) => ({
    language,
    score: list.split(' ').reduce((sum, word) => sum + (counts.get(word) ?? 0), 0),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score * 20 < words.length ? null : best.language;
}
