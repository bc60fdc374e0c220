import { nameKey } from './entity-names.ts';

/** What a pronoun may stand for. */
export type PronounKind = 'person' | 'thing' | 'any';

/**
 * Words that stand for somebody named elsewhere, in languages that news is read in here. Where one form means persons in one language and anything in
 * another (`sie`, `il`) it means anything: the kind only puts guesses in order.
 */
const pronouns = new Map<string, PronounKind>([
  ...list('person', 'he she him her his hers himself herself who i me my myself you'),
  ...list('person', 'er ihm ihn ich elle lui je ella yo ele ela eu lei egli on ona он она я ego zij hij'),
  ...list('person', 'هو هي 他 她 我 彼 彼女 وی'),
  ...list('thing', 'it its itself which 它'),
  ...list('any', 'they them their theirs themselves we us our ours ourselves this that these those one both'),
  ...list('any', 'es sie wir ihnen il ils elles nous el ellos ellas nosotros eles elas noi loro oni ony'),
  ...list('any', 'они мы вони ми هم نحن 他们 她们 我们 彼ら'),
]);

function list(kind: PronounKind, words: string): [string, PronounKind][] {
  return words.split(' ').map((word) => [word, kind]);
}

/** What these words may stand for when they are a pronoun, else undefined. */
export function pronounKind(words: string): PronounKind | undefined {
  return pronouns.get(nameKey(words));
}
