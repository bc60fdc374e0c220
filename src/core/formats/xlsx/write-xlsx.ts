import { escapeAttribute, escapeText } from '../../xml/xml-escape.ts';
import { ZipWriter } from '../../zip/zip-writer.ts';
import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { datasetTables, type GatheredColumn, type GatheredTable } from '../tables/dataset-tables.ts';
import type { Cell } from '../tables/table-shape.ts';
import { cellPieces, cellText, continuationName } from './cell-text.ts';

/** Rows of a sheet, that of the names included (Microsoft, “Excel specifications and limits”). */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** Rows that are made into bytes at a time. */
const rowsInPiece = 500;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The bytes of a workbook with a sheet a table, the names of its columns in a row that stays in sight.
 * @throws Error with a sentence for the person when a table has more rows or columns than a sheet can have
 */
export async function* xlsxBytes(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const tables = (await datasetTables(head, articles)).map((table) => ({
    ...table,
    columns: table.columns.flatMap(inPieces),
  }));
  const fault = tables.map(roomFault).find((each) => each !== undefined);
  if (fault !== undefined) throw new Error(fault);
  const zip = new ZipWriter();
  const encoder = new TextEncoder();
  const add = (name: string, xml: string) => zip.add(name, encoder.encode(declaration + xml));
  add('[Content_Types].xml', contentTypes(tables));
  add('_rels/.rels', relation([['rId1', `${relationships}/officeDocument`, 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbook(tables));
  add('xl/_rels/workbook.xml.rels', workbookRelations(tables));
  add('xl/styles.xml', styles);
  yield* zip.take();
  for (const [at, table] of tables.entries()) {
    const entry = zip.begin(`xl/worksheets/sheet${at + 1}.xml`);
    for (const piece of sheet(table)) {
      entry.push(encoder.encode(piece));
      yield* zip.take();
    }
    entry.push(new Uint8Array(0), true);
    yield* zip.take();
  }
  zip.end();
  yield* zip.take();
}

/** A column whose texts are too long for a cell goes on in others behind it. */
function inPieces(column: GatheredColumn): GatheredColumn[] {
  const pieces = column.cells.map((cell) => (typeof cell === 'string' ? cellPieces(cell) : undefined));
  const most = pieces.reduce((count, each) => Math.max(count, each?.length ?? 1), 1);
  if (most === 1) return [column];
  return Array.from({ length: most }, (_, at) => ({
    name: at === 0 ? column.name : continuationName(column.name, at + 1),
    type: column.type,
    cells: column.cells.map((cell, row) => pieces[row]?.[at] ?? (at === 0 ? cell : null)),
  }));
}

/** Why a sheet cannot hold a table, in a sentence; undefined when it can. */
export function roomFault({
  name,
  rowCount,
  columns,
}: Pick<GatheredTable, 'name' | 'rowCount'> & { readonly columns: { readonly length: number } }):
  | string
  | undefined {
  const advice = 'Export them as CSV or Parquet tables.';
  if (rowCount + 1 > mostRows)
    return `A sheet holds ${mostRows - 1} rows, and there are ${rowCount} ${name}. ${advice}`;
  if (columns.length > mostColumns)
    return `A sheet holds ${mostColumns} columns, and the ${name} have ${columns.length}. ${advice}`;
  return undefined;
}

function* sheet({ columns, rowCount }: GatheredTable): Generator<string> {
  const widths = columns.map(({ name }, at) => {
    const width = Math.min(60, Math.max(10, name.length + 2));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  const letters = columns.map((_, at) => columnLetters(at));
  yield `<row r="1">${columns.map(({ name }, at) => textCell(`${letters[at]}1`, name, ' s="1"')).join('')}</row>`;
  let written = '';
  for (let row = 0; row < rowCount; row++) {
    const number = row + 2;
    const cells = columns.map(({ cells: own }, at) => cellXml(`${letters[at]}${number}`, own[row] ?? null));
    written += `<row r="${number}">${cells.join('')}</row>`;
    if (row % rowsInPiece === rowsInPiece - 1) {
      yield written;
      written = '';
    }
  }
  yield `${written}</sheetData></worksheet>`;
}

function cellXml(place: string, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return textCell(place, cell);
}

function textCell(place: string, text: string, style = ''): string {
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeText(cellText(text))}</t></is></c>`;
}

/** `A`, `B`, … `Z`, `AA`. @param at from 0 */
function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}

function contentTypes(tables: readonly GatheredTable[]): string {
  const sheets = tables.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${sheets.join('')}</Types>`;
}

function workbook(tables: readonly GatheredTable[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escapeAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(tables: readonly GatheredTable[]): string {
  return relation([
    ...tables.map((_, at): [string, string, string] => [
      `rId${at + 1}`,
      `${relationships}/worksheet`,
      `worksheets/sheet${at + 1}.xml`,
    ]),
    [`rId${tables.length + 1}`, `${relationships}/styles`, 'styles.xml'],
  ]);
}

function relation(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelationships}">${each.join('')}</Relationships>`;
}

/** Two kinds of cells: plain ones, and the names of columns in bold. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
