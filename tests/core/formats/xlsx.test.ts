import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { cellPieces, cellText, longestCell, textOfCell } from '../../../src/core/formats/xlsx/cell-text.ts';
import { roomFault, xlsxBytes } from '../../../src/core/formats/xlsx/write-xlsx.ts';
import { format } from '../../../src/core/formats/xlsx.format.ts';
import { gather } from './random-project.ts';
import { mutant } from './real-files.ts';
import { datasetOf, readingOf, spanAt } from './round-trip.ts';

const dataset = datasetOf({
  text: 'Ann said: =1+1, "no".',
  title: '=HYPERLINK("x")',
  spans: [spanAt('s', 'speaker', 'Ann', 0, { attributes: { cue: 'said', 'a-number': 1.5 }, note: '00012' })],
});

async function workbookOf({ articles, ...head }: typeof dataset) {
  return { name: 'd.xlsx', bytes: await gather(xlsxBytes(head, articles)) };
}

/** The workbook with a part of it changed. */
async function changed(part: string, change: (xml: string) => string) {
  const { name, bytes } = await workbookOf(dataset);
  const parts = unzipSync(bytes);
  return {
    name,
    bytes: zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) }),
  };
}

describe('a workbook', () => {
  test('has a sheet a table, in which no text is a formula', async () => {
    const { bytes } = await workbookOf(dataset);
    const parts = unzipSync(bytes);
    const spans = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain(
      '<sheet name="spans" sheetId="1"',
    );
    expect(spans).toContain('t="inlineStr"><is><t xml:space="preserve">00012</t></is>');
    expect(spans).toContain('<v>1.5</v>');
    expect(
      Object.values(parts)
        .map((part) => strFromU8(part))
        .join(''),
    ).not.toMatch(/<f[ >]/);
    expect(format.recognise({ name: 'a', bytes })).toBe('content');
  });

  test('holds texts longer than a cell does, cut between characters', async () => {
    const text = `${'x'.repeat(longestCell - 1)}😀${'y'.repeat(longestCell * 2)}`;
    expect(cellPieces(text)[0]).toHaveLength(longestCell - 1);
    expect(cellPieces(text).join('')).toBe(text);
    expect(cellPieces(text).every((piece) => piece.length <= longestCell && piece.isWellFormed())).toBe(true);
    const reading = await readingOf(
      await workbookOf(datasetOf({ text, spans: [spanAt('s', 'claim', '😀', longestCell - 1)] })),
    );
    expect(reading.faults).toEqual([]);
    expect(reading.dataset.articles[0]?.text).toBe(text);
    expect(reading.dataset.articles[0]?.spans).toHaveLength(1);
  });

  test.each(['\0\u0001\u001f', 'a\r\nb\rc', '_x0041_', '_x005F_x0041_', '\ufffe\uffff', ' a ', ''])(
    'spells %j so that it comes back',
    (text) => {
      expect(textOfCell(cellText(text))).toBe(text);
      expect(
        [...cellText(text)].every(
          (character) => character === '\n' || (character >= ' ' && character < '\ufffe'),
        ),
      ).toBe(true);
    },
  );

  test('that a spreadsheet program saved is read: shared strings, numbers where texts belong, other sheets, empty rows', async () => {
    const file = await changed('xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace('t="inlineStr"><is><t xml:space="preserve">00012</t></is>', '><v>12</v>')
        .replace('t="inlineStr"><is><t xml:space="preserve">speaker</t></is>', 't="s"><v>1</v>')
        .replace(
          '</sheetData>',
          '<row r="9"/><row r="10"><c r="A10" t="inlineStr"><is><t></t></is></c></row></sheetData>',
        ),
    );
    const shared =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>x</t></si><si><r><t>loca</t></r><r><t>tion</t></r><rPh><t>no</t></rPh></si></sst>';
    const bytes = zipSync({ ...unzipSync(file.bytes), 'xl/sharedStrings.xml': strToU8(shared) });
    const reading = await readingOf({ name: 'd.xlsx', bytes });
    expect(reading.faults).toEqual([]);
    expect(reading.dataset.articles[0]?.spans).toMatchObject([{ tag: 'location', note: '12' }]);
  });

  test('with an offset that is wrong names the row', async () => {
    const file = await changed('xl/worksheets/sheet1.xml', (xml) => xml.replace('<v>3</v>', '<v>4</v>'));
    const reading = await readingOf(file);
    expect(reading.faults).toMatchObject([{ effect: 'refused', item: 'span', line: 2 }]);
  });

  test('that is none of ours, or broken, says so', async () => {
    const other = await changed('xl/workbook.xml', (xml) => xml.replace('name="articles"', 'name="Sheet1"'));
    const refused = await readDatasetFiles([other]);
    expect(refused).toMatchObject({ ok: false, reason: { code: 'not-a-dataset' } });
    const { bytes } = await workbookOf(dataset);
    const cut = await readDatasetFiles([{ name: 'd.xlsx', bytes: bytes.slice(0, -30) }]);
    expect(cut.ok).toBe(false);
  });

  test('with more rows or columns than a sheet has is not begun', () => {
    expect(roomFault({ name: 'spans', rowCount: 1_048_575, columns: { length: 16_384 } })).toBeUndefined();
    expect(roomFault({ name: 'spans', rowCount: 1_048_576, columns: { length: 1 } })).toMatch(
      /^A sheet holds 1048575 rows/,
    );
    expect(roomFault({ name: 'spans', rowCount: 1, columns: { length: 16_385 } })).toMatch(
      /^A sheet holds 16384 columns/,
    );
  });

  test('that is damaged anywhere gives a dataset or a sentence', async () => {
    const { name, bytes } = await workbookOf(dataset);
    const parts = Object.entries(unzipSync(bytes));
    for (let seed = 0; seed < 200; seed++) {
      const inner = Object.fromEntries(
        parts.map(([part, own], at) => [
          part,
          at === seed % parts.length ? mutant({ name, bytes: own }, seed).bytes : own,
        ]),
      );
      const read = await readDatasetFiles([
        { name, bytes: seed % 2 ? zipSync(inner) : mutant({ name, bytes }, seed).bytes },
      ]);
      if (!read.ok) expect(read.reason.message).toContain(name);
    }
  });
});
