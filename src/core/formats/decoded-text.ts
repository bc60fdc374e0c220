import { failure, type Result, success } from '../model/result.ts';
import { decodeBytes } from '../text/decode.ts';
import { decodeStrictly, decodeWith } from '../text/text-decoding.ts';

/**
 * The bytes of another program’s file as text, byte order mark and carriage returns kept, for they may have been counted: UTF-8, else in the encoding
 * in which an article would be read. Fails with a sentence about “the file”.
 */
export function decodedText(bytes: Uint8Array): Result<string, string> {
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return success(utf8);
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return failure(decoded.reason.message);
  return success(decodeWith(bytes, decoded.value.encoding));
}
