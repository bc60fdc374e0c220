import { type Result, success } from '../../model/result.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { type ByteRange, elementsOf, type JsonFault, outlineOf } from '../json-outline.ts';
import { LineCount } from '../line-count.ts';
import { parseJsonRange } from './parse-json-range.ts';
import { utf8Json } from './utf8-json.ts';

/** One record of a file: its value, or the reason, as a clause, why it has none. */
export interface JsonRecord {
  readonly value: Result<unknown, string>;
  /** On which it begins, from 1. */
  readonly line: number;
  /** Where it stands in `JsonRecords.bytes`. */
  readonly range: ByteRange;
}

/** The records of a JSON file, whichever of the three ways it is laid out in. */
export interface JsonRecords extends Iterable<JsonRecord> {
  /** `list`: one list of records; `object`: a single one; `lines`: one a line, as JSON Lines has it. */
  readonly layout: 'list' | 'object' | 'lines';
  /** How many there are; of `lines`, empty ones counted. */
  readonly count: number;
  /** The file in UTF-8. */
  readonly bytes: Uint8Array;
}

/**
 * The records of a JSON or JSON Lines file. They are parsed one by one, as they are asked for, so that a file may be larger than the longest string; what is
 * wrong with one is said with it. Fails where the file as a whole is not JSON.
 */
export function jsonRecords(file: SourceFile): Result<JsonRecords, FormatFailure> {
  const utf8 = utf8Json(file);
  if (!utf8.ok) return utf8;
  const bytes = utf8.value;
  const whole = { start: 0, end: bytes.length };
  const first = firstLine(bytes);
  if (first === undefined) return unreadable('empty', `“${file.name}” holds nothing but white space.`);
  const opening = bytes[first.start];
  let fault: JsonFault | undefined;
  if (opening === 0x5b) {
    const elements = elementsOf(bytes, whole);
    if (elements.ok) return success(records(bytes, 'list', elements.value));
    fault = elements.reason;
  } else if (opening === 0x7b) {
    const outline = outlineOf(bytes, whole, []);
    if (outline.ok) return success(records(bytes, 'object', [whole]));
    fault = outline.reason;
  }
  const isNamedLines = /\.(?:jsonl|ndjson|jsonlines)$/i.test(file.name);
  if (isNamedLines || (fault !== undefined && parseJsonRange(bytes, first).ok)) return success(lines(bytes));
  const { line, reason } = fault ?? { line: 1, reason: 'neither a list nor an object begins' };
  return unreadable('damaged', `“${file.name}” is not sound JSON: in line ${line}, ${reason}.`, line);
}

function records(
  bytes: Uint8Array,
  layout: JsonRecords['layout'],
  ranges: readonly ByteRange[],
): JsonRecords {
  return {
    layout,
    count: ranges.length,
    bytes,
    *[Symbol.iterator]() {
      const lineCount = new LineCount(bytes);
      for (const range of ranges) {
        yield { value: parseJsonRange(bytes, range), line: lineCount.at(range.start), range };
      }
    },
  };
}

function lines(bytes: Uint8Array): JsonRecords {
  let count = 1;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return {
    layout: 'lines',
    count,
    bytes,
    *[Symbol.iterator]() {
      let line = 1;
      for (let start = 0; start < bytes.length; line++) {
        const end = lineEnd(bytes, start);
        if (!isBlank(bytes, start, end)) {
          const range = { start, end };
          yield { value: parseJsonRange(bytes, range), line, range };
        }
        start = end + 1;
      }
    },
  };
}

const lineFeed = 0x0a;

function lineEnd(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(lineFeed, start);
  return end === -1 ? bytes.length : end;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  }
  return true;
}

/** The first line that is not blank, from its first character on. */
function firstLine(bytes: Uint8Array): ByteRange | undefined {
  for (let start = 0; start < bytes.length; ) {
    const end = lineEnd(bytes, start);
    if (!isBlank(bytes, start, end)) {
      while (bytes[start] === 0x20 || bytes[start] === 0x09 || bytes[start] === 0x0d) start++;
      return { start, end };
    }
    start = end + 1;
  }
  return undefined;
}
