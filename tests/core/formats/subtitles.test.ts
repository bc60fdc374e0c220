import { describe, expect, test } from 'vitest';
import { readSubtitles } from '../../../src/core/formats/subtitles/read-subtitles.ts';
import { format } from '../../../src/core/formats/subtitles.format.ts';
import { articleIn, fileOf, refusalOf } from './extraction-shown.ts';
import { mutant } from './real-files.ts';

/** Each block with its times. */
async function shown(name: string, text: string): Promise<string[]> {
  const { body } = await articleIn(readSubtitles(fileOf(name, text)));
  return body.blocks.map(
    ({ start, end, from, to }) => `${from ?? '?'}-${to ?? '?'} ${body.text.slice(start, end)}`,
  );
}

const srt =
  '\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>The mayor</i>\r\nsaid no.\r\n\r\n2\r\n00:00:02,600 --> 00:00:04,000\r\n{\\an8}- Why?\r\n- Because.\r\n\r\n3\r\n00:01:04,000 --> 01:00:00,000 X1:0\r\nAfter a pause: 3 < 4 &amp; so.\r\n';
const vtt =
  'WEBVTT Kind: captions\nX-TIMESTAMP-MAP=LOCAL:0\n\nNOTE\nnot read\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ann Lee>It rains,</v>\n\n00:02.100 --> 00:03.000\n<v.loud Ann Lee>she <00:02.500>said &amp; left.\n\n00:03.000 --> 00:04.000\n<v Bob>I &lt;know&gt;.\n';

describe('subtitles', () => {
  test('of SubRip are a block a cue, with its times', async () => {
    expect(await shown('a.srt', srt)).toEqual([
      '1000-2500 The mayor said no.',
      '2600-4000 - Why?\n- Because.',
      '64000-3600000 After a pause: 3 < 4 &amp; so.',
    ]);
    const read = await articleIn(readSubtitles(fileOf('debate of May.srt', srt)));
    expect(read).toMatchObject({
      title: 'debate of May',
      source: { reader: 'subtitles@1', byteOrderMark: true },
    });
    expect(read.body.text).toContain('said no.\n- Why?\n- Because.\n\nAfter');
  });

  test('of WebVTT name who speaks whenever that changes', async () => {
    expect(await shown('a.vtt', vtt)).toEqual([
      '1000-2000 Ann Lee: It rains,',
      '2100-3000 she said & left.',
      '3000-4000 Bob: I <know>.',
    ]);
  });

  test('that are malformed keep their text', async () => {
    expect(
      await shown(
        'a.srt',
        '1\n00:00:01,000 -> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n3\n00:00:05,000 --> 00:00:06,000\nThree.\n',
      ),
    ).toEqual(['?-? 00:00:01,000 -> 00:00:02,000 One.', '3000-4000 Two.', '5000-6000 Three.']);
    expect((await refusalOf(readSubtitles(fileOf('a.vtt', 'WEBVTT\n\nNOTE nothing\n')))).code).toBe('empty');
  });

  test('are known by their content, or their ending', () => {
    const of = (name: string, text: string) => format.recognise(fileOf(name, text));
    expect([of('a', vtt), of('a', srt), of('a.VTT', 'x'), of('a.txt', '1\nplain')]).toEqual([
      'content',
      'content',
      'ending',
      'no',
    ]);
  });

  test('that are damaged anywhere give an article or a sentence', async () => {
    for (let seed = 0; seed < 400; seed++) {
      const read = readSubtitles(mutant(fileOf('a.vtt', seed % 2 ? vtt : srt), seed));
      if (read.ok) await articleIn(read);
      else await refusalOf(read);
    }
  });
});
