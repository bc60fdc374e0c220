import { failure, type Result, success } from '../../model/result.ts';
import { type ByteRange, checkJson, deepest } from '../json-outline.ts';
import { endOfJsonValue } from '../json-skim.ts';

/** A record may have so many bytes: what is longer is no text with its annotations, and would not fit into one string. */
export const longestRecord = 256 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The value of a stretch of UTF-8 JSON, or the reason, as a clause, why it has none. Its brackets nest no deeper than `deepest`. */
export function parseJsonRange(bytes: Uint8Array, range: ByteRange): Result<unknown, string> {
  if (range.end - range.start > longestRecord) return failure(tooLong);
  if (!endsInTime(bytes, range)) return failure(reasonAgainst(bytes, range));
  let json: string;
  try {
    json = utf8.decode(bytes.subarray(range.start, range.end));
  } catch {
    return failure('it is not UTF-8');
  }
  try {
    return success(JSON.parse(json));
  } catch {
    return failure(reasonAgainst(bytes, range));
  }
}

/** Why a record is not read that is longer than `longestRecord`. */
export const tooLong = `it is longer than ${longestRecord / 1024 / 1024} MB`;

/** Looked at before anything is parsed, so that what works on values may recurse. */
function endsInTime(bytes: Uint8Array, { start, end }: ByteRange): boolean {
  let at = start;
  while (at < end && isSpace(bytes[at] ?? 0)) at++;
  const isNested = bytes[at] === 0x7b || bytes[at] === 0x5b;
  return !isNested || endOfJsonValue(bytes, at, end, deepest) !== undefined;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Looks at the record alone: to say in which line of the file it is would take the way there, for each of many. */
function reasonAgainst(bytes: Uint8Array, { start, end }: ByteRange): string {
  const checked = checkJson(bytes.subarray(start, end), { start: 0, end: end - start });
  return checked.ok ? 'it is not JSON' : checked.reason.reason;
}
