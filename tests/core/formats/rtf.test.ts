import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRtf } from '../../../src/core/formats/rtf/read-rtf.ts';
import { format } from '../../../src/core/formats/rtf.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { articleIn, blocksShown, refusalOf } from './extraction-shown.ts';
import { mutant } from './real-files.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const rtf = (body: string, head = '\\ansi\\ansicpg1252\\deff0') => ({
  name: 'a.rtf',
  bytes: bytesOf(`{\\rtf1${head} ${body}}`),
});
const shown = async (body: string, head?: string) => blocksShown(await articleIn(readRtf(rtf(body, head))));

describe('a document', () => {
  test('has its paragraphs, of the kinds of their styles', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 Kop 1;}{\\s2 Title;}{\\s3 Quote;}{\\*\\cs4 Title;}}';
    expect(
      await shown(
        `${styles}\\pard\\s2 Storm\\par\\pard\\s1 One\\par\\pard\\s3 \\ldblquote No.\\rdblquote\\par\\pard{\\listtext\\tab 1.\\tab}a\\par{\\pntext\\'b7}b\\par\\pard c\\line d\\tab e\\par`,
      ),
    ).toEqual([
      'title: Storm',
      'heading: One',
      'quote: “No.”',
      'listItem: a',
      'listItem: b',
      'paragraph: c⏎d⇥e',
    ]);
  });

  test('has its characters, in the code page of their font and by their numbers', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3 D;}}';
    expect(
      await shown(
        `${fonts}\\'e9{\\f1\\'cf\\'f0\\'e8}\\f2\\'93\\'fa\\'96\\'7b\\f3\\'e4 \\u8364?{\\uc2\\u-10179 ??\\u-8704\\'3f?}\\uc0\\u937 a\\~b\\_c\\-d \\{\\\\\\} \\emdash x`,
      ),
    ).toEqual(['paragraph: éПри日本ä €😀Ωa\u00a0b\u2011cd {\\} —x']);
  });

  test('leaves out what is not its text', async () => {
    expect(
      await shown(
        '{\\*\\generator G;}{\\info{\\title T}{\\author N}}{\\header Head\\par}{\\pict 89504e47}{\\*\\unknown{\\b x}}a{\\v hidden}{\\deleted gone}{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt link}}{\\object{\\*\\objdata 00}{\\result seen}}\\bin3 }}{b{\\*\\annotation{\\*\\atnid n} note}\\par',
      ),
    ).toEqual(['paragraph: alinkseenb']);
  });

  test('has tables row by row, and notes at its end', async () => {
    expect(
      await shown(
        'Before\\par\\trowd\\pard\\intbl A{\\footnote\\pard Said so.}\\cell B\\cell\\row\\trowd\\pard\\intbl C\\cell\\pard\\intbl D\\par E\\cell\\row\\pard After\\par',
      ),
    ).toEqual([
      'paragraph: Before',
      'paragraph: A[1]⇥B',
      'paragraph: C⇥D E',
      'paragraph: After',
      'paragraph: [1] Said so.',
    ]);
  });

  test('has a text box behind the paragraph that it hangs on', async () => {
    expect(
      await shown(
        'Be{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt\\pard Boxed.\\par}}{\\shprslt{\\*\\do}}}fore\\par After\\par',
      ),
    ).toEqual(['paragraph: Before', 'paragraph: Boxed.', 'paragraph: After']);
  });

  test('says who wrote it and when', async () => {
    const read = await articleIn(
      readRtf(
        rtf(
          "{\\info{\\title The storm}{\\author Ann L\\'e9e}{\\creatim\\yr2031\\mo3\\dy4\\hr1}{\\subject S}}Words.",
        ),
      ),
    );
    expect(read).toMatchObject({
      title: 'The storm',
      metadata: { author: 'Ann Lée', created: '2031-03-04', subject: 'S' },
      source: { reader: 'rtf@1' },
    });
  });

  test.each([
    ['nothing of the kind', 'plain words', /does not begin as one does/],
    ['cut', '{\\rtf1 {words', /breaks off before its end/],
    ['deep', `{\\rtf1 ${'{'.repeat(20_000)}`, /more than 10000 groups/],
    ['without text', '{\\rtf1 {\\pict 00}}', /has no text/],
  ])('that is %s is refused', async (_, text, message) => {
    expect((await refusalOf(readRtf({ name: 'a.rtf', bytes: bytesOf(text) }))).message).toMatch(message);
  });

  test('is known by its content, or its ending', () => {
    expect(format.recognise({ name: 'a', bytes: bytesOf('{\\rtf1}') })).toBe('content');
    expect(format.recognise({ name: 'A.RTF', bytes: bytesOf('x') })).toBe('ending');
    expect(format.recognise({ name: 'a.txt', bytes: bytesOf('x') })).toBe('no');
  });

  test('that is damaged anywhere gives an article or a sentence', async () => {
    const whole = rtf(
      '{\\fonttbl{\\f0\\fcharset128 A;}}{\\info{\\title T}}a{\\footnote n}\\trowd\\intbl b\\cell\\row\\pard\\u937?c\\bin2 xy\\par',
    );
    for (let seed = 0; seed < 400; seed++) {
      const read = readRtf(mutant(whole, seed));
      if (read.ok) await articleIn(read);
      else await refusalOf(read);
    }
  });
});

/** Where the expected texts do otherwise: they write addresses of links out, and optional hyphens. */
const otherwise: Readonly<Record<string, (text: string) => string>> = {
  hyperlinks: (text) => text.replace(/\("[^"]*"\)/g, ''),
  specialchars: (text) => text.replace(/Optional hyphen.foo/, 'Optional hyphenfoo'),
};
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const samples =
  'Example_text ansicpg1250 bytes french hello hyperlinks issue_15 issue_28 nbsp nested_table nutridoc specialchars unicode'.split(
    ' ',
  );

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  test.each(samples)('%s has the words that it should', async (name) => {
    const bytes = new Uint8Array(readFileSync(sharedData(`rtf/rtf/${name}.rtf`)));
    const read = await articleIn(readRtf({ name: `${name}.rtf`, bytes }));
    const expected = readFileSync(sharedData(`rtf/text/${name}.txt`), 'utf8');
    expect(words(read.body.text)).toEqual(words(otherwise[name]?.(expected) ?? expected));
  });
});
