import { describe, expect, it } from 'vitest';
import { reportedSpeechAt } from '../../../src/core/text/reported-speech.ts';

/** `speaker / cue / claim` at `|`. */
function report(source: string): string {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  const found = reportedSpeechAt(text, offset, { start: 0, end: text.length });
  if (found === undefined) return 'nothing';
  const words = (stretch: typeof found.claim | undefined) =>
    stretch === undefined ? '–' : text.slice(stretch.start, stretch.end);
  return `${words(found.speaker)} / ${words(found.cue)} / ${words(found.claim)}${found.isMixed ? ' (mixed)' : ''}`;
}

describe('reportedSpeechAt', () => {
  it.each([
    ['Ode said that the f|ee was high.', 'Ode / said / the fee was high'],
    ['Ode said the f|ee was high.', 'Ode / said / the fee was high'],
    ['Ode s|aid the fee was high.', 'Ode / said / the fee was high'],
    ['Ode said in a statement on Monday that the f|ee was high.', 'Ode / said / the fee was high'],
    ['Ilse Tarrant told parliament that the f|ee was high.', 'Ilse Tarrant / told / the fee was high'],
    [
      'According to the Port Authority, the f|ee was high.',
      'the Port Authority / According to / the fee was high',
    ],
    ['The fee w|as high, according to Marek Ode.', 'Marek Ode / according to / The fee was high'],
    ['Grain prices rose by a f|ifth, he added.', 'he / added / Grain prices rose by a fifth'],
    ['The fee is h|igh, Ode said on Monday.', 'Ode / said / The fee is high'],
    [
      'It rained. Ode added that the f|ee was “a toll on bread”. He left.',
      'Ode / added / the fee was “a toll on bread” (mixed)',
    ],
    [
      'Ode said the fee was high and Dahl added that the h|arbour was empty.',
      'Dahl / added / the harbour was empty',
    ],
    [
      'Die Ministerin erklärte, dass die G|ebühr hoch sei.',
      'Die Ministerin / erklärte / die Gebühr hoch sei',
    ],
  ])('%s', (source, expected) => {
    expect(report(source)).toBe(expected);
  });

  it.each(['It rained in V|elmar on Monday.', 'Ode said so t|wice.', 'Said O|de.', '|'])(
    'finds nothing reported in: %s',
    (source) => {
      expect(report(source)).toBe('nothing');
    },
  );
});
