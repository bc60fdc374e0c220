import { describe, expect, it } from 'vitest';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { quotationsAt } from '../../../src/core/text/quotations.ts';
import { speechFrame } from '../../../src/core/text/speech-frame.ts';

/** `speaker / cue` of the outermost quotation at `|`. */
function frame(source: string): string {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  const [quotation] = quotationsAt(text, deriveBlocks(text), offset);
  if (quotation === undefined) return 'no quotation';
  const { cue, speaker } = speechFrame(text, quotation.fragments, quotation.within);
  const words = (stretch: typeof cue) =>
    stretch === undefined ? '–' : text.slice(stretch.start, stretch.end);
  return `${words(speaker)} / ${words(cue)}`;
}

describe('speechFrame', () => {
  it.each([
    ['“A t|oll,” said Marek Ode, who speaks for the carriers.', 'Marek Ode / said'],
    ['“A t|oll,” Marek Ode said.', 'Marek Ode / said'],
    ['“A t|oll,” he said.', 'he / said'],
    ['“A t|oll,” he has always said.', 'he / said'],
    ['“A t|oll,” the Russian president added.', 'the Russian president / added'],
    ['“A t|oll,” the presidency added.', 'the presidency / added'],
    ['“A t|oll,” said Transport Minister Ilse Tarrant on Thursday.', 'Ilse Tarrant / said'],
    ['“A t|oll,” Transport Minister Ilse Tarrant told parliament on Thursday.', 'Ilse Tarrant / told'],
    ['“A t|oll,” said Marek Ode on 3 March 2026, “on bread.”', 'Marek Ode / said'],
    [
      '“A t|oll,” said a spokesman for the ministry of defence yesterday.',
      'a spokesman for the ministry of defence / said',
    ],
    ['“A t|oll,” officials said.', 'officials / said'],
    ['“A t|oll”, Marek Ode, head of the union, wrote on Monday.', 'Marek Ode / wrote'],
    ['“A t|oll,” Ode said – at a meeting – of the fee.', 'Ode / said'],
    ['“A t|oll?” asked Ms. Dalgaard.', 'Dalgaard / asked'],
    ['“A t|oll,” he said, “on bread.”', 'he / said'],
    ['“A t|oll,” said Jean-Luc de la Tour. “It is.”', 'Jean-Luc de la Tour / said'],
    ['President Marek Ode on Thursday repeated that and said: “A t|oll.” He left.', '– / said'],
    ['President Marek Ode on Thursday said: “A t|oll.” He left.', 'Marek Ode / said'],
    ['Marek Ode said: “A t|oll.” He left.', 'Marek Ode / said'],
    ['The head of the Port Authority told reporters: “A t|oll.”', 'the head of the Port Authority / told'],
    [
      'On Monday the Organization for Safety at Sea said in a statement that “a t|oll” was due.',
      'the Organization for Safety at Sea / said',
    ],
    ['The mediator in the conflict, Mikko Ode, called it “a t|oll” and said no.', '– / –'],
    ['The mediator in the conflict, Mikko Ode, said it was “a t|oll”.', 'Mikko Ode / said'],
    [
      'The authorities of the “Sund Republic”, a province, announced “a t|oll”.',
      'the authorities of the “Sund Republic” / announced',
    ],
    ['Ode, a shipowner, said “a t|oll”.', 'Ode / said'],
    ['According to the Port Authority, it is “a t|oll”.', 'the Port Authority / According to'],
    ['„Ein Z|oll“, sagte die Ministerin am Montag.', 'die Ministerin / sagte'],
    ['« Un pé|age », a déclaré Anne Roux.', 'Anne Roux / déclaré'],
    ['"Un pe|aje", dijo María del Campo.', 'María del Campo / dijo'],
    ['«Это п|ошлина», сказал Марек Оде.', 'Марек Оде / сказал'],
  ])('%s', (source, expected) => {
    expect(frame(source).replace(/^The/, 'the')).toBe(expected);
  });

  it.each([
    ['It rained. “A t|oll.” It rained.', '– / –'],
    ['Ode said no. “A t|oll.” Dahl said yes.', '– / –'],
    ['“Yes,” said Ode. “A t|oll,” said Dahl.', 'Dahl / said'],
    ['“Yes,” said Ode. Then came “a t|oll”.', '– / –'],
  ])('takes nothing from other sentences: %s', (source, expected) => {
    expect(frame(source)).toBe(expected);
  });
});
