import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { quotationsAt } from '../../../src/core/text/quotations.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

/** The fragments of the quotations at `|`, the outermost first. */
function at(source: string): string[][] {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  return quotationsAt(text, deriveBlocks(text), offset).map(({ fragments }) =>
    fragments.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('quotationsAt', () => {
  it.each([
    ['straight', 'He said, "It is f|ine." Then he left.', '"It is fine."'],
    ['English', 'He said “it is f|ine” and left.', '“it is fine”'],
    ['English single', 'He said ‘it is f|ine’ and left.', '‘it is fine’'],
    ['straight single', "He said 'it is f|ine' and left.", "'it is fine'"],
    ['German', 'Er sagte: „Es ist g|ut.“ Dann ging er.', '„Es ist gut.“'],
    ['German single', 'Er sagte: ‚Es ist g|ut.‘ Dann ging er.', '‚Es ist gut.‘'],
    ['German guillemets', 'Er sagte: »Es ist g|ut.« Dann ging er.', '»Es ist gut.«'],
    ['Swiss', 'Er sagte: «Es ist g|ut.» Dann ging er.', '«Es ist gut.»'],
    ['French', 'Il a dit : « C’est b|ien. » Puis il est parti.', '« C’est bien. »'],
    [
      'French with no-break spaces',
      'Il a dit : «\u00a0C’est b|ien\u202f». Puis…',
      '«\u00a0C’est bien\u202f»',
    ],
    ['single guillemets', 'Il a dit ‹ c’est b|ien › hier.', '‹ c’est bien ›'],
    ['Polish', 'Powiedział: „To d|obrze”. I wyszedł.', '„To dobrze”'],
    ['Swedish', 'Han sade: ”Det är b|ra.” Sedan gick han.', '”Det är bra.”'],
    ['Finnish', 'Hän sanoi: »Se on h|yvä.» Sitten hän lähti.', '»Se on hyvä.»'],
    ['Japanese', '大臣は「問題|ない」と述べた。', '「問題ない」'],
    ['Japanese double', '彼は『問題|ない』と言った。', '『問題ない』'],
    ['Chinese', '他说：“没有问|题。”然后走了。', '“没有问题。”'],
    ['at the opening edge', 'He said |“fine” and left.', '“fine”'],
    ['at the closing edge', 'He said “fine”| and left.', '“fine”'],
    [
      'left open, to the end of the paragraph',
      'He said “it is f|ine and left.\n\nNext one.',
      '“it is fine and left.',
    ],
    [
      'with apostrophes',
      'He said ‘it’s the boys’ f|ault, isn’t it’ and left.',
      '‘it’s the boys’ fault, isn’t it’',
    ],
    [
      'with straight apostrophes',
      "He said 'it's the boys' f|ault, isn't it' and left.",
      "'it's the boys' fault, isn't it'",
    ],
    ['behind feet and inches', 'A 6" pipe. He said "it is f|ine" and left.', '"it is fine"'],
  ])('finds one: %s', (_name, source, expected) => {
    expect(at(source)).toEqual([[expected]]);
  });

  it.each([
    ['an apostrophe', 'It’s the m|inister’s turn.'],
    ['a plural', 'The boys’ t|oys and the girls’ toys.'],
    ['straight apostrophes', "It's the m|inister's turn in the '90s, and 'tis fine."],
    ['a decade', 'In the ’90s it w|as fine.'],
    ['feet and inches', 'A 6" pipe and a 7" p|ipe.'],
    ['between quotations', '“One” and t|hen “two”.'],
    ['a neighbour paragraph', 'He said “open.\n\nNot q|uoted.'],
  ])('finds none: %s', (_name, source) => {
    expect(at(source)).toEqual([]);
  });

  it('gives the outer one first', () => {
    expect(at('She said: “He told me ‘g|o’ twice.”')).toEqual([['“He told me ‘go’ twice.”'], ['‘go’']]);
    expect(at('Sie sagte: „Er rief ‚g|eh‘ zweimal.“')).toEqual([['„Er rief ‚geh‘ zweimal.“'], ['‚geh‘']]);
    expect(at('Elle dit : « Il a crié “v|a” deux fois. »')).toEqual([
      ['« Il a crié “va” deux fois. »'],
      ['“va”'],
    ]);
    expect(at('彼は「先生が『行|け』と言った」と述べた。')).toEqual([
      ['「先生が『行け』と言った」'],
      ['『行け』'],
    ]);
  });

  it.each([
    ['commas', '“We go,” he said, “to|morrow.”', ['“We go,”', '“tomorrow.”']],
    ['the first half', '"We g|o," he said, "tomorrow."', ['"We go,"', '"tomorrow."']],
    ['a new sentence', '“We g|o,” said Ms. Tarrant. “It is time.” He left.', ['“We go,”', '“It is time.”']],
    ['at the words between', '“Shall we go?” she a|sked. “It is time.”', ['“Shall we go?”', '“It is time.”']],
    ['a question, quoted', '“Shall we g|o?” she asked. “It is time.”', ['“Shall we go?”', '“It is time.”']],
    ['dashes', '“We g|o” – he said – “tomorrow”.', ['“We go”', '“tomorrow”']],
    ['German', '„Wir g|ehen“, sagte er, „morgen.“', ['„Wir gehen“', '„morgen.“']],
    ['French', '« Nous p|artons », a-t-il dit, « demain. »', ['« Nous partons »', '« demain. »']],
    ['an unknown verb', '“We g|o,” he shrugged, “tomorrow.”', ['“We go,”', '“tomorrow.”']],
    ['three halves', '“We,” he said, “g|o,” he added, “now.”', ['“We,”', '“go,”', '“now.”']],
  ])('joins the halves of an interrupted one: %s', (_name, source, expected) => {
    expect(at(source)).toEqual([expected]);
  });

  it('joins halves inside another one', () => {
    expect(at('“She told me, ‘We g|o,’ she said, ‘now.’”')).toEqual([
      ['“She told me, ‘We go,’ she said, ‘now.’”'],
      ['‘We go,’', '‘now.’'],
    ]);
  });

  it.each([
    ['two speakers', '“Yes,” said Ode. “N|o,” said Tarrant.', '“No,”'],
    ['a finished one', '“Yes.” She said “n|o” then.', '“no”'],
    ['words in inverted commas', 'The “f|ree” and “fair” vote.', '“free”'],
    ['another verb', '“Yes,” she said, adding: “N|o more.”', '“No more.”'],
    ['a sentence between', '“Yes,” she said. He laughed. “N|o.”', '“No.”'],
  ])('keeps apart: %s', (_name, source, expected) => {
    expect(at(source)).toEqual([[expected]]);
  });

  it('goes on over paragraphs that each open with a mark', () => {
    const text = 'He spoke. “One day.\n\n“Two d|ays.\n\n“Three days,” he said.\n\n“Another.”';
    expect(at(text)).toEqual([['“One day.\n\n“Two days.\n\n“Three days,”']]);
    expect(at('"One d|ay.\n\n"Two days," he said, "or three."')).toEqual([
      ['"One day.\n\n"Two days,"', '"or three."'],
    ]);
    expect(at('« Un.\n\n» Deux j|ours. »')).toEqual([['« Un.\n\n» Deux jours. »']]);
  });

  it('keeps fragments in order, apart and inside the paragraphs, whatever the text', () => {
    const marked = fc
      .array(
        fc.oneof(
          unicodeText(),
          fc.constantFrom(...'"\'“”„‟‘’‚«»‹›「」『』 .,\n'),
          fc.constantFrom(' said ', 'word', '\n\n'),
        ),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(marked, fc.nat(), (text, number) => {
        const offset = number % (text.length + 1);
        for (const { fragments, within } of quotationsAt(text, deriveBlocks(text), offset)) {
          let end = within.start - 1;
          for (const fragment of fragments) {
            expect(fragment.start).toBeGreaterThan(end);
            expect(fragment.end).toBeGreaterThan(fragment.start);
            end = fragment.end;
          }
          expect(end).toBeLessThanOrEqual(within.end);
        }
      }),
    );
  });

  it('finds every quotation of prose again, of any kind and depth', () => {
    const words = fc
      .array(fc.constantFrom('tolls', 'it’s', 'rise', 'Velmar', 'twice'), { minLength: 1, maxLength: 5 })
      .map((list) => list.join(' '));
    const pairs = fc.constantFrom(
      ['“', '”', '‘', '’'],
      ['„', '“', '‚', '‘'],
      ['«', '»', '‹', '›'],
      ['"', '"', "'", "'"],
      ['「', '」', '『', '』'],
    );
    fc.assert(
      fc.property(
        pairs,
        fc.array(fc.tuple(words, words, fc.option(words)), { minLength: 1, maxLength: 4 }),
        (marks, parts) => {
          const [open, close, openInner, closeInner] = marks;
          const expected: string[] = [];
          let text = '';
          for (const [plain, said, inner] of parts) {
            const nested = inner === null ? '' : ` ${openInner}${inner}${closeInner} so`;
            const quote = `${open}${said}${nested}.${close}`;
            expected.push(quote);
            text += `${plain} ${quote} `;
          }
          let from = 0;
          for (const quote of expected) {
            const start = text.indexOf(quote, from);
            from = start + quote.length;
            const [outer] = quotationsAt(text, deriveBlocks(text), start + 1);
            expect(outer?.fragments).toEqual([{ start, end: from }]);
          }
        },
      ),
    );
  });
});
