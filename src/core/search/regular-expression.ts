import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { failure, type Result, success } from '../model/result.ts';
import { withoutDiacritics } from './diacritics.ts';
import type { Query } from './query.ts';

/** What the engine says of an expression, and what a person is told. */
const explanations: readonly (readonly [said: RegExp, told: string])[] = [
  [/^missing closing \)/, 'A bracket ( is not closed.'],
  [/^unexpected \)/, 'A bracket ) closes nothing.'],
  [/^missing closing ]/, 'A bracket [ is not closed.'],
  [/^missing argument/, 'A sign of repetition (* + ? {}) has nothing before it to repeat.'],
  [/^invalid nested repetition/, 'Two signs of repetition follow each other.'],
  [/^invalid repeat count/, 'Something is repeated too often: 1,000 times is the most.'],
  [/^trailing backslash/, 'The expression ends in a backslash, which needs a sign behind it.'],
  [/too large|too deeply/, 'The expression is too large.'],
  [/^invalid character class range/, 'A class or range of characters is not valid.'],
];

/**
 * An expression made ready. It runs in time that grows with the text alone, whatever the expression: there is no backtracking, and so neither lookaround nor
 * back references. `^` and `$` stand for the ends of lines.
 * @returns a sentence for the person when the expression is not valid.
 */
export function compileExpression({
  words,
  matchCase,
  foldDiacritics,
}: Omit<Query, 'mode'>): Result<RE2JS, string> {
  const pattern = foldDiacritics ? words.replace(/[^\u0020-\u00bf]/gu, withoutDiacritics) : words;
  try {
    const flags = RE2JS.MULTILINE | (matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
    return success(RE2JS.compile(pattern, flags));
  } catch (thrown) {
    if (thrown instanceof RE2JSSyntaxException) return failure(explain(thrown.getDescription(), pattern));
    if (thrown instanceof RE2JSException) return failure('The expression cannot be used.');
    throw thrown;
  }
}

function explain(description: string, pattern: string): string {
  if (/\(\?<?[=!]/.test(pattern)) return 'Looking ahead or behind, (?=…) or (?<=…), is not possible here.';
  if (/\\[1-9k]/.test(pattern)) return 'Referring back to a group, as with \\1, is not possible here.';
  const known = explanations.find(([said]) => said.test(description));
  return known?.[1] ?? 'The expression is not valid.';
}
