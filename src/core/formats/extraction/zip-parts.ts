import { failure, type Result, success } from '../../model/result.ts';
import { decodeXml } from '../../xml/decode-xml.ts';
import { readXml, type XmlListener } from '../../xml/read-xml.ts';
import { unpackEntry } from '../../zip/unpack-entry.ts';
import { type ZipEntry, zipEntries } from '../../zip/zip-entries.ts';

/** All that is unpacked of one document has at most so many bytes. */
const largestWhole = 256 * 1024 * 1024;

/** The parts of a document that is a ZIP. Failures are clauses about “it”. */
export class ZipParts {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #left: number;

  private constructor(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, largest: number) {
    this.#left = largest;
    this.#bytes = bytes;
    this.#entries = entries;
  }

  /** @param largest bytes that all of its parts may have when they are unpacked */
  static of(bytes: Uint8Array, largest = largestWhole): Result<ZipParts, string> {
    const entries = zipEntries(bytes);
    if (!entries.ok) return entries;
    return success(new ZipParts(bytes, new Map(entries.value.map((entry) => [entry.name, entry])), largest));
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part; undefined when there is none of that name. */
  read(name: string): Result<Uint8Array | undefined, string> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return success(undefined);
    const unpacked = unpackEntry(this.#bytes, entry, this.#left);
    if (!unpacked.ok) return failure(`of “${name}” in it, ${unpacked.reason}`);
    this.#left -= unpacked.value.length;
    return unpacked;
  }

  /** The characters of a part in XML. */
  xmlText(name: string): Result<string | undefined, string> {
    const bytes = this.read(name);
    if (!bytes.ok || bytes.value === undefined) return bytes.ok ? success(undefined) : bytes;
    const decoded = decodeXml(bytes.value);
    return decoded.ok ? success(decoded.value.text) : failure(partFault(name, decoded.reason));
  }

  /** Tells a listener what stands in a part in XML; success with false when there is none of that name. */
  readXml(name: string, listener: XmlListener): Result<boolean, string> {
    const text = this.xmlText(name);
    if (!text.ok) return text;
    if (text.value === undefined) return success(false);
    const read = readXml(text.value, listener);
    return read.ok ? success(true) : failure(partFault(name, read.reason));
  }
}

function partFault(
  name: string,
  { reason, line }: { readonly reason: string; readonly line: number },
): string {
  return `of “${name}” in it, line ${line}: ${reason}`;
}

/** The names in a ZIP, for telling what it is; none when it is no ZIP. */
export function zipNames(bytes: Uint8Array): ReadonlySet<string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new Set();
  const entries = zipEntries(bytes);
  return new Set(entries.ok ? entries.value.map(({ name }) => name) : []);
}
