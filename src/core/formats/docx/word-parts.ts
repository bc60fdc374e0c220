import type { Result } from '../../model/result.ts';
import { success } from '../../model/result.ts';
import { partPath } from '../extraction/part-path.ts';
import type { ZipParts } from '../extraction/zip-parts.ts';

/** The parts of a Word document that are read, by their names in the ZIP. */
export interface WordParts {
  readonly document: string;
  readonly styles: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly comments: string;
  readonly properties: string;
}

/** Finds them by the relationships of the package and of its document (ECMA-376, part 2, 6.5); where these say nothing, by the names that Word gives. */
export function wordParts(parts: ZipParts): Result<WordParts, string> {
  const root = relationships(parts, '_rels/.rels', '');
  if (!root.ok) return root;
  const document = root.value.get('officeDocument') ?? 'word/document.xml';
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  const own = relationships(parts, `${folder}_rels/${document.slice(folder.length)}.rels`, folder);
  if (!own.ok) return own;
  const part = (type: string) => own.value.get(type) ?? `${folder}${type}.xml`;
  return success({
    document,
    styles: part('styles'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    properties: root.value.get('core-properties') ?? 'docProps/core.xml',
  });
}

/** The last words of relationships’ types → the parts that they lead to. */
function relationships(
  parts: ZipParts,
  name: string,
  folder: string,
): Result<ReadonlyMap<string, string>, string> {
  const found = new Map<string, string>();
  const read = parts.readXml(name, {
    open({ local, attributes }) {
      const type = attributes.get('Type');
      const target = attributes.get('Target');
      if (local !== 'Relationship' || type === undefined || target === undefined) return;
      if (attributes.get('TargetMode') === 'External') return;
      const key = type.slice(type.lastIndexOf('/') + 1);
      if (!found.has(key)) found.set(key, partPath(folder, target));
    },
    close() {},
  });
  return read.ok ? success(found) : read;
}
