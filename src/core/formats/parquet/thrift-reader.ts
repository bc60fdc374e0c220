/** A field of a struct in Thrift's compact protocol; lists and maps are passed over. */
type ThriftValue = number | boolean | ThriftStruct | undefined;
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

/** Structs stand in structs this deep at most. */
const deepest = 16;

/** Reads what a page of Parquet says of itself (thrift.apache.org, “Compact protocol”), never past the end and never backwards. @throws RangeError */
export class ThriftReader {
  readonly #bytes: Uint8Array;
  /** Of the next byte. */
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new RangeError('it breaks off');
    this.at += 1;
    return byte;
  }

  /** A number of at most 53 bits without its sign. */
  varint(): number {
    let value = 0;
    for (let factor = 1, count = 0; count < 8; factor *= 128, count++) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number is too long');
  }

  struct(depth = 0): ThriftStruct {
    if (depth > deepest) throw new RangeError('it is nested too deeply');
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (;;) {
      const head = this.byte();
      const type = head & 0x0f;
      if (type === 0) return fields;
      const delta = head >> 4;
      id = delta === 0 ? this.#zigzag() : id + delta;
      fields.set(id, this.#value(type, depth));
    }
  }

  #zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #value(type: number, depth: number): ThriftValue {
    switch (type) {
      case 1:
      case 2:
        return type === 1;
      case 3:
        return this.byte();
      case 4:
      case 5:
      case 6:
        return this.#zigzag();
      case 7:
        this.#skip(8);
        return undefined;
      case 8:
        this.#skip(this.varint());
        return undefined;
      case 9:
      case 10:
        this.#list(depth);
        return undefined;
      case 12:
        return this.struct(depth + 1);
      default:
        throw new RangeError('it holds what is not known');
    }
  }

  #list(depth: number): void {
    const head = this.byte();
    const count = head >> 4 === 15 ? this.varint() : head >> 4;
    const type = head & 0x0f;
    // Truth values in lists take a byte each, as everything takes one at least.
    if (count > this.#bytes.length - this.at) throw new RangeError('it breaks off');
    for (let i = 0; i < count; i++) this.#value(type === 1 || type === 2 ? 3 : type, depth + 1);
  }

  #skip(count: number): void {
    if (count > this.#bytes.length - this.at) throw new RangeError('it breaks off');
    this.at += count;
  }
}
