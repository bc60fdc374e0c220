import { failure, type Result, success } from '../model/result.ts';

/** A file in a ZIP, as the directory at its end tells of it. */
export interface ZipEntry {
  /** A label and nothing else: no file is ever written under it. */
  readonly name: string;
  /** 0: stored as it is; 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedLength: number;
  readonly length: number;
  /** Where its own header begins. */
  readonly headerAt: number;
}

/** Signatures and lengths of the records: PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const longestComment = 0xffff;

/** Stands for a count that only the extensions for large files can tell (APPNOTE.TXT, section 4.4.1.4). */
const countedElsewhere = 0xffff;

/** Reads a ZIP's directory; fails with a clause that says why it cannot. */
export function zipEntries(bytes: Uint8Array): Result<readonly ZipEntry[], string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endAt(view);
  if (end === undefined) return failure('its end is missing');
  const count = view.getUint16(end + 10, true);
  if (count === countedElsewhere) return failure(`it holds ${countedElsewhere} files or more`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) {
      return failure('its list of files is damaged');
    }
    const nameLength = view.getUint16(at + 28, true);
    const restLength = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedLength: view.getUint32(at + 20, true),
      length: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += entryLength + nameLength + restLength;
  }
  return success(entries);
}

/** The packed bytes of an entry, or undefined when they are not where the directory says. */
export function packedBytes(bytes: Uint8Array, { headerAt, packedLength }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerAt + localLength > bytes.length || view.getUint32(headerAt, true) !== localSignature) {
    return undefined;
  }
  const start =
    headerAt + localLength + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  return start + packedLength > bytes.length ? undefined : bytes.subarray(start, start + packedLength);
}

function endAt(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}
