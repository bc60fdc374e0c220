import { failure, type Result, success } from '../model/result.ts';
import { decodeStrictly, decodeWith, encodingName } from '../text/text-decoding.ts';
import { byteOrderMarkOf, utf16WithoutMark } from '../text/unicode-encodings.ts';
import type { XmlFault } from './xml-fault.ts';

/** Where the XML declaration stands, if there is one, in bytes. */
const declarationLength = 200;

/** A document's characters, without its byte order mark. */
export interface DecodedXml {
  readonly text: string;
  /** WHATWG name, lower case. */
  readonly encoding: string;
}

/**
 * The characters of an XML document: its encoding is told by a byte order mark, by NULs as UTF-16 has them, by its XML declaration, and is UTF-8
 * otherwise (XML 1.0, appendix F). Fails where a byte order mark is that of UTF-32, the declared encoding is unknown, or the bytes are not of it.
 */
export function decodeXml(bytes: Uint8Array): Result<DecodedXml, XmlFault> {
  const marked = byteOrderMarkOf(bytes);
  if (marked === 'utf-32') return failure({ reason: 'it is in UTF-32, which cannot be read here', line: 1 });
  const encoding = marked ?? (bytes.subarray(0, 4).includes(0) ? utf16WithoutMark(bytes) : undefined);
  const label = encoding ?? declaredEncoding(bytes);
  const name = encodingName(label);
  if (name === undefined) return failure({ reason: `its encoding “${label}” is not known here`, line: 1 });
  const text = decodeStrictly(bytes, name);
  if (text === undefined) {
    const before = decodeWith(bytes, name).split('\ufffd', 1)[0] ?? '';
    return failure({ reason: `it holds bytes that are not ${name.toUpperCase()}`, line: linesOf(before) });
  }
  return success({ text: text.startsWith('\ufeff') ? text.slice(1) : text, encoding: name });
}

function declaredEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationLength));
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(start)?.[1] ?? 'utf-8';
}

function linesOf(text: string): number {
  return text.split('\n').length;
}
