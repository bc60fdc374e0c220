import { failure, type Result, success } from '../model/result.ts';
import { endOfJsonValue } from './json-skim.ts';

/** A stretch `[start, end)` of bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where a JSON object's members stand in its bytes. */
export interface JsonOutline {
  readonly members: ReadonlyMap<string, ByteRange>;
  /** The elements of the members that were asked for as lists. */
  readonly lists: ReadonlyMap<string, readonly ByteRange[]>;
}

/** Where and why bytes are not what they should be; `offset` in bytes, `line` from 1. */
export interface JsonFault {
  readonly offset: number;
  readonly line: number;
  readonly reason: string;
}

/** How deep brackets may nest. Datasets need six levels; what attributes nest below that is free but not endless. */
export const deepest = 100;

/**
 * Finds the members of the object that fills `range` of a UTF-8 JSON document, and the elements of those of its members that `lists` names. The
 * whole range is checked against RFC 8259, so that `JSON.parse` of any part of it succeeds once its UTF-8 is sound; nothing is turned into values, so that
 * a file larger than the longest string can be read piece by piece.
 * @param inside `skimmed`: of objects and arrays inside, only the end is found, several times as fast. Parsing them tells whether they are sound, and
 * after a failure the outline of the whole, checked, says where and why.
 */
export function outlineOf(
  bytes: Uint8Array,
  range: ByteRange,
  lists: readonly string[],
  inside: 'checked' | 'skimmed' = 'checked',
): Result<JsonOutline, JsonFault> {
  return scanned(bytes, range, (scanner) => scanner.outline(new Set(lists)), inside);
}

/** The elements of the array that fills `range`, checked in the same way. */
export function elementsOf(bytes: Uint8Array, range: ByteRange): Result<readonly ByteRange[], JsonFault> {
  return scanned(bytes, range, (scanner) => scanner.elements());
}

/** Checks the one value, of whatever kind, that fills `range`. */
export function checkJson(bytes: Uint8Array, range: ByteRange): Result<undefined, JsonFault> {
  return scanned(bytes, range, (scanner) => scanner.check());
}

/**
 * Where the values stand that a path leads to, in their order: `['a', '*']` for all elements of the list under the key `a`. Empty where `range` holds no
 * sound JSON.
 */
export function placesOf(bytes: Uint8Array, range: ByteRange, path: readonly string[]): readonly ByteRange[] {
  const places = scanned(bytes, range, (scanner) => scanner.places(path));
  return places.ok ? places.value : [];
}

function scanned<Value>(
  bytes: Uint8Array,
  range: ByteRange,
  scan: (scanner: Scanner) => Value,
  inside: 'checked' | 'skimmed' = 'checked',
): Result<Value, JsonFault> {
  try {
    return success(scan(new Scanner(bytes, range, inside)));
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return failure({ offset: error.offset, line: lineAt(bytes, error.offset), reason: error.message });
  }
}

/** The number, from 1, of the line on which the byte at `offset` stands. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < offset; at = bytes.indexOf(lineFeed, at + 1))
    line++;
  return line;
}

class ScanError extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const lineFeed = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const literals = new Set(['true', 'false', 'null']);
/** No number or literal that means anything is longer. */
const longestWord = 1100;

class Scanner {
  #at: number;
  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #skims: boolean;

  constructor(bytes: Uint8Array, range: ByteRange, inside: 'checked' | 'skimmed') {
    this.#skims = inside === 'skimmed';
    this.#bytes = bytes;
    this.#at = range.start;
    this.#end = range.end;
  }

  outline(listNames: ReadonlySet<string>): JsonOutline {
    const members = new Map<string, ByteRange>();
    const lists = new Map<string, ByteRange[]>();
    this.#space();
    if (this.#peek() !== openBrace) this.#fail('an object, beginning with {, was expected');
    this.#object(1, true, (name, keyOffset) => {
      if (members.has(name)) throw new ScanError(keyOffset, `the key "${name}" stands twice in one object`);
      const start = this.#at;
      if (listNames.has(name) && this.#peek() === openBracket) lists.set(name, this.#list());
      else this.#value(1);
      members.set(name, { start, end: this.#at });
    });
    this.#finish('object');
    return { members, lists };
  }

  elements(): ByteRange[] {
    this.#space();
    if (this.#peek() !== openBracket) this.#fail('a list, beginning with [, was expected');
    const elements = this.#list();
    this.#finish('list');
    return elements;
  }

  check(): undefined {
    this.#space();
    this.#value(0);
    this.#finish('value');
  }

  places(path: readonly string[]): ByteRange[] {
    const found: ByteRange[] = [];
    this.#space();
    this.#along(path, 0, found);
    this.#finish('value');
    return found;
  }

  /** Goes through the value at hand, which stands at the `depth`th step of the path. */
  #along(path: readonly string[], depth: number, found: ByteRange[]): void {
    const start = this.#at;
    const step = path[depth];
    const byte = this.#peek();
    if (step === '*' && byte === openBracket) {
      this.#array(depth + 1, () => this.#along(path, depth + 1, found));
    } else if (step !== undefined && step !== '*' && byte === openBrace) {
      this.#object(depth + 1, true, (name) => {
        if (name === step) this.#along(path, depth + 1, found);
        else this.#value(depth + 1);
      });
    } else {
      this.#value(depth);
    }
    if (step === undefined) found.push({ start, end: this.#at });
  }

  #finish(what: string): void {
    this.#space();
    if (this.#at < this.#end) this.#fail(`something follows after the end of the ${what}`);
  }

  #list(): ByteRange[] {
    const elements: ByteRange[] = [];
    this.#array(2, () => {
      const start = this.#at;
      this.#value(2);
      elements.push({ start, end: this.#at });
    });
    return elements;
  }

  #value(depth: number): void {
    const byte = this.#peek();
    if (byte === quote) this.#string();
    else if (this.#skims && (byte === openBrace || byte === openBracket)) this.#skim(depth);
    else if (byte === openBrace) this.#object(depth + 1, false, () => this.#value(depth + 1));
    else if (byte === openBracket) this.#array(depth + 1, () => this.#value(depth + 1));
    else this.#word();
  }

  #skim(depth: number): void {
    const end = endOfJsonValue(this.#bytes, this.#at, this.#end, deepest - depth);
    if (end === undefined) this.#fail('a value that ends was expected');
    this.#at = end;
  }

  /** @param named whether `member` wants to hear the keys. */
  #object(depth: number, named: boolean, member: (name: string, offset: number) => void): void {
    this.#sequence(depth, closeBrace, 'a comma or } was expected', () => {
      const offset = this.#at;
      if (this.#peek() !== quote) this.#fail('a key in quotation marks was expected');
      this.#string();
      const key = this.#bytes.subarray(offset, this.#at);
      this.#space();
      if (this.#peek() !== colon) this.#fail('a colon was expected');
      this.#at++;
      this.#space();
      member(named ? String(JSON.parse(new TextDecoder().decode(key))) : '', offset);
    });
  }

  #array(depth: number, element: () => void): void {
    this.#sequence(depth, closeBracket, 'a comma or ] was expected', element);
  }

  #sequence(depth: number, close: number, otherwise: string, item: () => void): void {
    if (depth > deepest) this.#fail(`brackets nest deeper than ${deepest} levels`);
    this.#at++;
    this.#space();
    if (this.#peek() === close) {
      this.#at++;
      return;
    }
    for (;;) {
      item();
      this.#space();
      const byte = this.#peek();
      if (byte !== comma && byte !== close) this.#fail(otherwise);
      this.#at++;
      if (byte === close) return;
      this.#space();
    }
  }

  #string(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    for (; ; at++) {
      if (at >= this.#end) throw new ScanError(this.#at, 'a text that begins here is never closed');
      const byte = bytes[at] ?? 0;
      if (byte === quote) break;
      if (byte < 0x20) throw new ScanError(at, 'a line break or control character stands inside a text');
      if (byte === backslash) at += this.#escape(at);
    }
    this.#at = at + 1;
  }

  /** How many bytes after the backslash at `at` belong to its escape. */
  #escape(at: number): number {
    const kind = String.fromCharCode(this.#bytes[at + 1] ?? 0);
    if ('"\\/bfnrt'.includes(kind)) return 1;
    const digits = String.fromCharCode(...this.#bytes.subarray(at + 2, at + 6));
    if (kind === 'u' && /^[0-9a-fA-F]{4}$/.test(digits)) return 5;
    throw new ScanError(at, 'a backslash is not followed by a known escape');
  }

  #word(): void {
    const start = this.#at;
    while (this.#at < this.#end && isWordByte(this.#bytes[this.#at] ?? 0)) this.#at++;
    const word = String.fromCharCode(...this.#bytes.subarray(start, Math.min(this.#at, start + longestWord)));
    if (literals.has(word) || number.test(word)) return;
    throw new ScanError(
      start,
      word === '' ? 'a value was expected' : `"${word.slice(0, 20)}" is not a JSON value`,
    );
  }

  #space(): void {
    for (; ; this.#at++) {
      const byte = this.#peek();
      if (byte !== 0x20 && byte !== lineFeed && byte !== 0x0d && byte !== 0x09) return;
    }
  }

  /** The byte at hand; -1 at the end. */
  #peek(): number {
    return this.#at < this.#end ? (this.#bytes[this.#at] ?? -1) : -1;
  }

  #fail(reason: string): never {
    throw new ScanError(
      this.#at,
      this.#at < this.#end
        ? reason
        : `the file ends where ${reason.replace(/ was expected$/, '')} was expected`,
    );
  }
}

/** Letters, digits and the signs of numbers. */
function isWordByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
