import type { RE2JS } from 're2js';
import type { Fragment } from '../model/fragment.ts';
import { type Result, success } from '../model/result.ts';
import { snapToGrapheme } from '../text/graphemes.ts';
import { foldText } from './folded-text.ts';
import { literalPattern, mayHoldMarks } from './literal-pattern.ts';
import type { Matcher } from './matcher.ts';
import type { Query } from './query.ts';
import { compileExpression } from './regular-expression.ts';
import { isOfWholeWords } from './whole-words.ts';

/**
 * Makes a query ready.
 * @returns a sentence for the person when its expression is not valid. A query without words finds nothing.
 */
export function compileQuery(query: Query): Result<Matcher, string> {
  if (query.words === '') return success({ find: () => [] });
  if (query.mode === 'regularExpression') {
    const compiled = compileExpression(query);
    if (!compiled.ok) return compiled;
    return success({ find: (text) => expressionMatches(text, compiled.value, query.foldDiacritics) });
  }
  const isWhole = query.mode === 'wholeWord';
  const pattern = literalPattern(isWhole ? { ...query, words: query.words.trim() } : query);
  if (pattern === undefined) return success({ find: () => [] });
  return success({
    find: (text) => {
      const isUnmarked = pattern.unmarked !== undefined && !(query.foldDiacritics && mayHoldMarks(text));
      return literalMatches(text, isUnmarked ? pattern.unmarked : pattern.any, isWhole);
    },
  });
}

/** A match that would cut a grapheme cluster, or a word when words are to be whole, is none; the search goes on inside it. */
function* literalMatches(text: string, pattern: RegExp, isWhole: boolean): Generator<Fragment> {
  let from = 0;
  for (;;) {
    // Set anew each time: somebody else may have searched another text between two steps.
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (found === null) return;
    const match = { start: found.index, end: found.index + found[0].length };
    if (
      isBetween(text, match.start) &&
      isBetween(text, match.end) &&
      !(isWhole && !isOfWholeWords(text, match))
    ) {
      yield match;
      from = match.end;
    } else {
      from = nextCodePoint(text, match.start);
    }
  }
}

/** Ends inside a grapheme cluster move outwards; what is empty is passed over. */
function* expressionMatches(text: string, expression: RE2JS, folds: boolean): Generator<Fragment> {
  const folded = folds ? foldText(text) : undefined;
  const matcher = expression.matcher(folded?.text ?? text);
  const original = folded?.originalOffset ?? ((offset: number) => offset);
  let last = 0;
  while (matcher.find()) {
    if (matcher.start() === matcher.end()) continue;
    const start = Math.max(last, snapToGrapheme(text, original(matcher.start()), 'start'));
    const end = snapToGrapheme(text, original(matcher.end()), 'end');
    if (start >= end) continue;
    yield { start, end };
    last = end;
  }
}

/** Behind the code point at `offset`: from inside a pair the engine would step back to its start. */
function nextCodePoint(text: string, offset: number): number {
  return offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
}

function isBetween(text: string, offset: number): boolean {
  return snapToGrapheme(text, offset, 'start') === offset;
}
