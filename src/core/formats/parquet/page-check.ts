import { type ColumnMetaData, snappyUncompress } from 'hyparquet';
import { ThriftReader, type ThriftStruct } from './thrift-reader.ts';

/** Numbers of page types and encodings (parquet.apache.org, `parquet.thrift`). */
const dataPage = 0;
const dictionaryPage = 2;
const dataPageV2 = 3;
const plain = 0;
const plainDictionary = 2;
const rle = 3;
const rleDictionary = 8;

/** Packed numbers come by eights, and some writers fill larger groups; so many values may be beyond the end. */
const longestPadding = 1024;

/** A page has at most so many bytes when it is unpacked. */
const largestPage = 256 * 1024 * 1024;

/**
 * Checks the pages of a column before a library unpacks them, which follows any number that stands there: a run of billions of values, or a page that begins before its own end.
 * What has no nulls within lists or groups is checked; other columns are none of a table of ours.
 * @param rows of the group
 * @param isOptional true for a column with nulls
 * @returns a clause that says what is wrong, or undefined
 */
export function pageFault(
  bytes: Uint8Array,
  column: ColumnMetaData,
  rows: number,
  isOptional: boolean,
): string | undefined {
  if (rows === 0) return undefined;
  if (column.codec !== 'SNAPPY' && column.codec !== 'UNCOMPRESSED')
    return `it is packed with ${column.codec}, which is not read here: write it with SNAPPY or without packing`;
  // Some writers say 0 where there is no dictionary.
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  const end = start + Number(column.total_compressed_size);
  if (!(start >= 4 && end >= start && end <= bytes.length)) return 'a column is not where it says';
  const chunk = bytes.subarray(start, end);
  try {
    let at = 0;
    let seen = 0;
    while (at < chunk.length && seen < rows) {
      const reader = new ThriftReader(chunk, at);
      const page = new Page(reader.struct());
      at = reader.at + page.packed;
      if (page.packed < 0 || page.unpacked < 0 || page.unpacked > largestPage || at > chunk.length)
        return 'a page is not as large as it says';
      const packed = chunk.subarray(reader.at, at);
      const fault = page.fault(packed, column.codec === 'SNAPPY', rows - seen, isOptional);
      if (fault !== undefined) return fault;
      seen += page.values;
    }
    return seen === rows ? undefined : 'a column has not as many values as there are rows';
  } catch (error) {
    return error instanceof Error ? error.message : 'a page cannot be read';
  }
}

class Page {
  readonly unpacked: number;
  readonly packed: number;
  /** Values for rows, nulls included. */
  readonly values: number;
  readonly #type: number;
  readonly #encoding: number;
  readonly #levelEncoding: number;
  readonly #levelBytes: number;
  readonly #repetitionBytes: number;
  readonly #isPacked: boolean;
  readonly #count: number;

  constructor(header: ThriftStruct) {
    this.#type = numberAt(header, 1);
    this.unpacked = numberAt(header, 2);
    this.packed = numberAt(header, 3);
    const own = header.get(this.#type === dataPage ? 5 : this.#type === dictionaryPage ? 7 : 8);
    if (!(own instanceof Map)) throw new RangeError('a page is of no kind that is known');
    const facts: ThriftStruct = own;
    this.#count = numberAt(facts, 1);
    this.values = this.#type === dictionaryPage ? 0 : this.#count;
    this.#encoding = numberAt(facts, this.#type === dataPageV2 ? 4 : 2);
    this.#levelEncoding = this.#type === dataPage ? numberAt(facts, 3) : rle;
    this.#levelBytes = this.#type === dataPageV2 ? numberAt(facts, 5) : 0;
    this.#repetitionBytes = this.#type === dataPageV2 ? numberAt(facts, 6) : 0;
    this.#isPacked = this.#type !== dataPageV2 || facts.get(7) !== false;
  }

  fault(packed: Uint8Array, isSnappy: boolean, left: number, isOptional: boolean): string | undefined {
    if (this.#count < 0 || (this.values === 0 && this.#type !== dictionaryPage) || this.values > left)
      return 'a page has more or fewer values than there are rows';
    if (this.#type === dictionaryPage) return this.#dictionaryFault(packed, isSnappy);
    if (this.#levelEncoding !== rle || this.#repetitionBytes !== 0)
      return 'it is written in a way that is not read here';
    if (this.#levelBytes < 0 || this.#levelBytes > packed.length) return 'a page is not as large as it says';
    const body = packed.subarray(this.#levelBytes);
    const isUnpacked = isSnappy && this.#isPacked;
    const bytes = isUnpacked ? unsnapped(body, this.unpacked - this.#levelBytes) : body;
    if (this.#type === dataPageV2) {
      if (this.#levelBytes > 0) checkRuns(packed.subarray(0, this.#levelBytes), 1, this.values);
      return this.#valuesFault(bytes);
    }
    if (!isOptional) return this.#valuesFault(bytes);
    if (bytes.length < 4) return 'a page breaks off';
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    if (length + 4 > bytes.length) return 'a page is not as large as it says';
    checkRuns(bytes.subarray(4, 4 + length), 1, this.values);
    return this.#valuesFault(bytes.subarray(4 + length));
  }

  /** Each value takes four bytes at least in a dictionary, or one bit. */
  #dictionaryFault(packed: Uint8Array, isSnappy: boolean): string | undefined {
    if (this.#encoding !== plain && this.#encoding !== plainDictionary)
      return 'it is written in a way that is not read here';
    const bytes = isSnappy ? unsnapped(packed, this.unpacked) : packed;
    return this.#count > bytes.length * 8 ? 'a page is not as large as it says' : undefined;
  }

  #valuesFault(bytes: Uint8Array): string | undefined {
    if (this.#encoding === plain) return undefined;
    if (this.#encoding === rle) {
      // Truth values; their length stands before them.
      checkRuns(bytes.subarray(4), 1, this.values);
      return undefined;
    }
    if (this.#encoding !== plainDictionary && this.#encoding !== rleDictionary)
      return 'it is written with an encoding that is not read here: write it with dictionaries or plainly';
    const [width] = bytes;
    if (width === undefined) return undefined;
    if (width > 32) return 'a page holds numbers that are too wide';
    checkRuns(bytes.subarray(1), width, this.values);
    return undefined;
  }
}

function numberAt(struct: ThriftStruct, id: number): number {
  const value = struct.get(id);
  if (typeof value !== 'number') throw new RangeError('a page does not say all that it must');
  return value;
}

function unsnapped(packed: Uint8Array, length: number): Uint8Array {
  if (length < 0 || length > packed.length * 1024 + 1024)
    throw new RangeError('a page would be far too large when unpacked');
  const into = new Uint8Array(length);
  if (length > 0) snappyUncompress(packed, into);
  return into;
}

/**
 * Follows runs of repeated and packed numbers (“RLE / bit-packing hybrid”).
 * @throws RangeError when one is longer than what it can be of
 */
function checkRuns(bytes: Uint8Array, width: number, most: number): void {
  const reader = new ThriftReader(bytes, 0);
  let seen = 0;
  while (seen < most && reader.at < bytes.length) {
    const head = reader.varint();
    const isPacked = head % 2 === 1;
    const count = Math.floor(head / 2) * (isPacked ? 8 : 1);
    if (count === 0 || count > most - seen + longestPadding)
      throw new RangeError('a run is longer than its page');
    reader.at += isPacked ? Math.ceil((count * width) / 8) : Math.ceil(width / 8);
    seen += count;
  }
}
