import { failure, type Result, success } from '../../model/result.ts';
import { inNamespace, type XmlListener, type XmlStart } from '../../xml/read-xml.ts';
import { partPath } from '../extraction/part-path.ts';
import { ZipParts } from '../extraction/zip-parts.ts';
import { textOfCell } from './cell-text.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const mostColumns = 16_384;
/** A workbook is a dataset of many articles: its parts may have more bytes than those of one document. */
const largestWorkbook = 1024 * 1024 * 1024;

/** A cell as it stands: a number, a truth value, or text; undefined where there is none. */
export type SheetCell = string | number | boolean | undefined;

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** The sheets of a workbook (ECMA-376, part 1, 18.2 to 18.4). Fails with a clause about “it”. */
export function sheetsIn(bytes: Uint8Array): Result<readonly Sheet[], string> {
  const parts = ZipParts.of(bytes, largestWorkbook);
  if (!parts.ok) return parts;
  const targets = new Map<string, string>();
  const listed: { name: string; id: string }[] = [];
  const related = parts.value.readXml('xl/_rels/workbook.xml.rels', {
    open({ local, attributes }) {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')];
      if (local === 'Relationship' && id !== undefined && target !== undefined)
        targets.set(id, partPath('xl/workbook.xml', target));
    },
    close() {},
  });
  if (!related.ok) return related;
  const read = parts.value.readXml('xl/workbook.xml', {
    open({ local, attributes }) {
      const id =
        attributes.get(inNamespace(relationships, 'id')) ??
        attributes.get(inNamespace(strictRelationships, 'id'));
      if (local === 'sheet' && id !== undefined) listed.push({ name: attributes.get('name') ?? '', id });
    },
    close() {},
  });
  if (!read.ok) return read;
  if (!read.value) return failure('there is no workbook in it');
  const shared = new SharedStrings();
  const strings = parts.value.readXml('xl/sharedStrings.xml', shared);
  if (!strings.ok) return strings;
  const sheets: Sheet[] = [];
  for (const { name, id } of listed) {
    const rows = new SheetRows(shared.texts);
    const sheet = parts.value.readXml(targets.get(id) ?? '', rows);
    if (!sheet.ok) return sheet;
    sheets.push({ name, rows: rows.rows });
  }
  return success(sheets);
}

/** Hears a part whose text stands in `t` and `v` elements. */
abstract class TextPart implements XmlListener {
  readonly #open: string[] = [];
  #text = '';

  open({ local, attributes }: XmlStart): void {
    this.#open.push(local);
    this.begin(local, attributes);
  }

  text(text: string): void {
    const within = this.#open.at(-1);
    // Phonetic readings are no part of what a cell says.
    if ((within === 't' || within === 'v') && !this.#open.includes('rPh')) this.#text += text;
  }

  close(): void {
    const local = this.#open.pop();
    if (local !== undefined) this.end(local);
  }

  /** The text that was heard since it was taken last. */
  protected take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  protected abstract begin(local: string, attributes: XmlStart['attributes']): void;
  protected abstract end(local: string): void;
}

/** The texts that cells refer to by number. */
class SharedStrings extends TextPart {
  readonly texts: string[] = [];

  protected begin(): void {}

  protected end(local: string): void {
    if (local === 'si') this.texts.push(textOfCell(this.take()));
  }
}

class SheetRows extends TextPart {
  readonly rows: SheetCell[][] = [];
  readonly #shared: readonly string[];
  #row: SheetCell[] = [];
  #at = 0;
  #type = 'n';

  constructor(shared: readonly string[]) {
    super();
    this.#shared = shared;
  }

  protected begin(local: string, attributes: XmlStart['attributes']): void {
    if (local === 'row') this.#row = [];
    if (local !== 'c') return;
    this.#type = attributes.get('t') ?? 'n';
    // Cells without a place follow on each other.
    this.#at = columnOf(attributes.get('r')) ?? this.#row.length;
    this.take();
  }

  protected end(local: string): void {
    if (local === 'row') this.rows.push(this.#row);
    if (local === 'c' && this.#at < mostColumns) this.#row[this.#at] = this.#cell(this.take());
  }

  #cell(text: string): SheetCell {
    switch (this.#type) {
      case 's':
        return this.#shared[Number(text)];
      case 'inlineStr':
      case 'str':
        return textOfCell(text);
      case 'b':
        return text.trim() === '1' || text.trim() === 'true';
      case 'n': {
        const number = Number(text);
        return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
      }
      default:
        return text === '' ? undefined : text;
    }
  }
}

/** The column of a place such as `AB12`, from 0. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
