import { type Result, success } from '../../model/result.ts';
import { type DecodedText, type DecodeFailure, decodeBytes } from '../../text/decode.ts';
import { largestArticleFile } from '../article-file-limit.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';

export interface DecodingOptions {
  /** What the person chose: nothing else is tried. */
  readonly encoding?: string | undefined;
  /** What the file says of itself. A byte order mark, or bytes that are UTF-8 beyond ASCII, know better. */
  readonly declared?: string | undefined;
}

/** The canonical text of a file that may be an article; fails with a sentence that names it. */
export function decodeFile(
  file: SourceFile,
  { encoding, declared }: DecodingOptions = {},
): Result<DecodedText, FormatFailure> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  let decoded = decodeBytes(file.bytes, encoding);
  if (encoding === undefined && declared !== undefined && !isCertain(file.bytes, decoded)) {
    const told = decodeBytes(file.bytes, declared);
    if (told.ok) decoded = told;
  }
  return decoded.ok ? success(decoded.value) : undecodable(file.name, decoded.reason);
}

/** A failure when the file is larger than an article may be, else undefined. */
export function refuseTooLarge({ name, bytes }: SourceFile) {
  if (bytes.length <= largestArticleFile) return undefined;
  const size = Math.ceil(bytes.length / 1024 / 1024);
  return unreadable(
    'too-large',
    `“${name}” is too large: ${size} MB, and an article may have ${largestArticleFile / 1024 / 1024} MB. Split it into parts, then open those.`,
  );
}

function isCertain(bytes: Uint8Array, decoded: Result<DecodedText, DecodeFailure>): boolean {
  if (!decoded.ok) return decoded.reason.code === 'empty';
  const { detected, encoding } = decoded.value;
  if (detected === 'bom' || encoding.startsWith('utf-16')) return true;
  return detected === 'utf-8' && bytes.some((byte) => byte >= 0x80);
}

const codes = { empty: 'empty', binary: 'not-text', 'unknown-encoding': 'unknown-encoding' } as const;
const advice: Record<DecodeFailure['code'], string> = {
  empty: ' There is nothing in it to tag.',
  binary: ' Save its text as a .txt file, then open that.',
  'unknown-encoding': '',
};

/** What the decoder says of "the file", said of the file by its name. */
function undecodable(name: string, { code, message }: DecodeFailure) {
  const named = message
    .replace(/^The file’s encoding/, () => `The encoding of “${name}”`)
    .replace(/^The file/, () => `“${name}”`);
  const sentence = named.includes(name) ? named : `“${name}” cannot be read. ${named}`;
  return unreadable(codes[code], sentence + advice[code]);
}
