import { failure, type Result, success } from '../../model/result.ts';
import { decodeBytes } from '../../text/decode.ts';
import { decodeStrictly, decodeWith } from '../../text/text-decoding.ts';
import type { SourceFile } from '../format.ts';
import { isZip, unzipFiles } from '../unzip-files.ts';

const documentName = /(?:^|\/)project\.qde$/i;
const internal = 'internal://';

/** The document of a project and the texts that came with it. */
export class ProjectFiles {
  readonly document: Uint8Array;
  /** By name without folders, lower case: programs differ in how they call the folder. */
  readonly #texts: ReadonlyMap<string, Uint8Array>;

  private constructor(document: Uint8Array, texts: ReadonlyMap<string, Uint8Array>) {
    this.document = document;
    this.#texts = texts;
  }

  /** Takes a `.qdpx` apart; a `.qde` or `.qdc` is its own document. Fails with a clause. Recordings and pictures stay packed. */
  static of({ bytes }: SourceFile): Result<ProjectFiles, string> {
    if (!isZip(bytes)) return success(new ProjectFiles(bytes, new Map()));
    const files = unzipFiles(bytes, (name) => documentName.test(name) || /\.txt$/i.test(name));
    if (!files.ok) return files;
    const document = files.value.find(({ name }) => documentName.test(name));
    if (document === undefined) return failure('it holds no project.qde');
    const texts = files.value.filter((file) => file !== document);
    return success(
      new ProjectFiles(document.bytes, new Map(texts.map((file) => [baseName(file.name), file.bytes]))),
    );
  }

  /** The text behind a `plainTextPath`, line ends as they are; fails with a clause. */
  text(path: string): Result<string, string> {
    if (!path.startsWith(internal))
      return failure(`its text stands outside the project, at “${path.slice(0, 200)}”`);
    const bytes = this.#texts.get(baseName(path.slice(internal.length)));
    if (bytes === undefined) return failure(`its text “${path.slice(0, 200)}” is missing in the project`);
    const utf8 = decodeStrictly(bytes, 'utf-8');
    if (utf8 !== undefined) return success(withoutMark(utf8));
    const decoded = decodeBytes(bytes);
    if (!decoded.ok) return failure(`its text cannot be read: ${decoded.reason.message.replace(/\.$/, '')}`);
    return success(withoutMark(decodeWith(bytes, decoded.value.encoding)));
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
