import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cuesIn, isSayingWord } from '../../../src/core/text/saying-words.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';

function cues(text: string): string[] {
  return cuesIn(text, { start: 0, end: text.length }).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );
}

describe('words of saying', () => {
  it.each([
    ['He said and later denied it.', ['verb: said', 'verb: denied']],
    ['According to the report, it rained.', ['source: According to']],
    ['The report claims nothing; the state of it.', []],
    ['The announced plan was an alleged plot.', []],
    ['The self-proclaimed king.', []],
    ['Laut Ministerium, sagte er.', ['source: Laut', 'verb: sagte']],
    ['大臣は問題ないと述べた。他说没有。', ['verb: と述べ', 'verb: 说']],
  ])('%s', (text, expected) => {
    expect(cues(text)).toEqual(expected);
  });

  it.runIf(hasSharedData)(`knows most forms of a list that others made${sharedDataNote}`, () => {
    const forms = readFileSync(sharedData('quote-verbs/regex_pipeline/utils/quote_verb_list.txt'), 'utf8')
      .split(/\s+/)
      .filter((form) => form !== '');
    const known = forms.filter(isSayingWord);
    expect(forms.length).toBeGreaterThan(250);
    // What is missing: nouns as often as verbs (claim, report), and verbs that say more than that something is said (acclaim, present).
    expect(known.length / forms.length).toBeGreaterThan(0.6);
  });
});
