import type { Entity } from '../model/entity.ts';
import { nameTokens } from './entity-names.ts';
import { pronounKind } from './pronouns.ts';

/** A name is hardly longer: what is, describes somebody. In words, and in UTF-16 units. */
const mostWords = 8;
const longestLikeName = 80;

/** Words that begin a sentence with a capital and name nobody. */
const common = new Set(
  [
    'officials authorities police residents witnesses sources analysts experts critics ministers people spokesman spokeswoman',
    'spokesperson investigators prosecutors lawyers reporters protesters workers researchers scientists others many some several',
    'another opponents supporters observers locals neighbours neighbors villagers farmers doctors teachers parents campaigners',
    'diplomats lawmakers economists source official reports report statement everyone nobody someone',
  ]
    .join(' ')
    .split(' '),
);

const articles = new Set('the a an le la les un une der die das ein eine el los las il lo de het'.split(' '));

/**
 * Whether words are somebody's name, and not a pronoun ("he"), a description ("the source") or half a sentence. In a script without capitals a few words
 * are taken for a name unless they are a pronoun.
 */
export function looksLikeName(words: string): boolean {
  const tokens = nameTokens(words);
  if (tokens.length === 0 || tokens.length > mostWords || words.length > longestLikeName) return false;
  if (/[,;:()"“”«»]/u.test(words.trim()) || pronounKind(words) !== undefined) return false;
  const telling = tokens.filter((token) => !articles.has(token));
  if (telling.length === 0 || telling.every((token) => common.has(token))) return false;
  const parts = words.trim().split(/[\s\-–]+/u);
  const named = articles.has(parts[0]?.toLowerCase() ?? '') ? parts.slice(1) : parts;
  if (named.some((part) => /^\p{Lo}/u.test(part))) return true;
  const capitals = named.map((part) => /^\P{L}*\p{Lu}/u.test(part));
  // "Government sources": the one capital is there because a sentence begins.
  return capitals.includes(true, 1) || (named.length === 1 && capitals[0] === true);
}

const organisationWords = new Set(
  [
    'ministry department authority council bank university police party union committee association agency company inc ltd llc',
    'corp corporation plc gmbh group government office commission court institute institution foundation board service',
    'parliament senate congress assembly army navy force fund federation organisation organization society club hospital school',
    'press newspaper network trust embassy administration bureau centre center team campaign ministerium ministère ministerio',
  ]
    .join(' ')
    .split(' '),
);

/** What somebody of that name most likely is; the person decides. */
export function likelyKind(words: string): Entity['kind'] {
  const tokens = nameTokens(words);
  const isAcronym = tokens.length === 1 && /^\p{Lu}{2,6}$/u.test(words.trim());
  return isAcronym || tokens.some((token) => organisationWords.has(token)) ? 'organisation' : 'person';
}
