import { expect, test } from 'vitest';
import { DecisionTally } from '../../../src/core/suggest/decision-tally.ts';

test('an attribution is one decision, however many annotations came of it; words for a time are one each', () => {
  const tally = new DecisionTally(['claim']);
  const spans = [
    { tag: 'claim', origin: 'suggestion:quotation@0.90' },
    { tag: 'speaker', origin: 'suggestion:quotation@0.90' },
    { tag: 'cue', origin: 'suggestion:quotation@0.90' },
    { tag: 'claim', origin: 'suggestion:quotation@0.60' },
    { tag: 'date', origin: 'suggestion:date@0.98' },
    { tag: 'speaker', origin: 'suggestion:same-again@0.75' },
    { tag: 'claim', origin: 'manual' },
    { tag: 'claim', origin: 'import:brat' },
  ];
  for (const span of spans) tally.addSpan(span);
  for (const rule of ['quotation', 'reported-speech', 'quotation']) tally.addRefused({ rule });
  expect([...tally.result()]).toEqual([
    ['quotation', { accepted: 2, refused: 2 }],
    ['date', { accepted: 1, refused: 0 }],
    ['same-again', { accepted: 1, refused: 0 }],
    ['reported-speech', { accepted: 0, refused: 1 }],
  ]);
});

test('what was handed out does not change with what is counted later', () => {
  const tally = new DecisionTally([]);
  tally.addRefused({ rule: 'date' });
  const before = tally.result();
  tally.addRefused({ rule: 'date' });
  expect(before.get('date')).toEqual({ accepted: 0, refused: 1 });
});
