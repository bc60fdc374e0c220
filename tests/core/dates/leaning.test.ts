import { describe, expect, it } from 'vitest';
import { dateLanguageOf } from '../../../src/core/dates/date-language.ts';
import { leaningAt } from '../../../src/core/dates/leaning.ts';

function leaning(text: string, words: string) {
  const start = text.indexOf(words);
  return leaningAt(text, start, start + words.length);
}

describe('where a sentence looks', () => {
  const fees = 'The fees will double from 1 June, Minister Ilse Tarrant told parliament on Thursday.';
  it.each([
    [fees, '1 June', 'future'],
    [fees, 'Thursday', 'past'],
    ['It will start today, he said on Thursday.', 'Thursday', 'past'],
    ['The bridge will be opened on Friday.', 'Friday', 'future'],
    ['The vote is expected on Friday.', 'Friday', 'future'],
    ['They are to meet on Friday.', 'Friday', 'future'],
    ['The vote is to be held on Friday.', 'Friday', 'future'],
    ['The port closed on Friday.', 'Friday', 'past'],
    ['On Friday the council will vote.', 'Friday', 'future'],
    ['On Friday the council voted.', 'Friday', 'past'],
    ['It closed. On Friday the council will vote.', 'Friday', 'future'],
    ['Friday', 'Friday', null],
  ])('%s (%s)', (text, words, expected) => {
    expect(leaning(text, words)).toBe(expected);
  });
});

describe('the language of an article', () => {
  it.each([
    ['The port of Velmar will double the fees that tankers have to pay.', null],
    ['Der Hafen wird die Gebühren verdoppeln, die von den Tankern nicht gezahlt werden.', 'de'],
    ['Le port va doubler les taxes que les pétroliers paient dans le détroit.', 'fr'],
    ['El puerto duplicará las tasas que los petroleros pagan por el estrecho.', 'es'],
    ['Порт в два раза повысит сборы, и это не всё, что он сделает с ними.', 'ru'],
    ['港口将把油轮费用提高一倍', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(dateLanguageOf(text)).toBe(expected);
  });
});
