import { failure, type Result, success } from '../../model/result.ts';
import type { XmlStart } from '../../xml/read-xml.ts';
import { DocumentProperties } from '../extraction/document-properties.ts';
import { partPath } from '../extraction/part-path.ts';
import type { ZipParts } from '../extraction/zip-parts.ts';

/** What a book's package document (EPUB 3.3, section 5) says of it. */
export interface PackageDocument {
  /** The parts of the book in reading order, by their names in the ZIP. */
  readonly spine: readonly string[];
  /** Where the table of contents stands: of version 3, and of version 2. */
  readonly navigation: string | undefined;
  readonly ncx: string | undefined;
  readonly properties: DocumentProperties;
}

interface Item {
  readonly name: string;
  readonly type: string;
  readonly properties: string;
}

export function packageDocument(parts: ZipParts): Result<PackageDocument, string> {
  const name = packageName(parts);
  if (!name.ok) return name;
  const items = new Map<string, Item>();
  const references: { id: string; isLinear: boolean }[] = [];
  const properties = new DocumentProperties();
  let ncxId: string | undefined;
  let isMetadata = false;
  const open: string[] = [];
  const read = parts.readXml(name.value, {
    open(element) {
      const { local, attributes } = element;
      open.push(local);
      if (isMetadata) properties.open(element);
      else if (local === 'metadata') isMetadata = true;
      else if (local === 'item') items.set(attributes.get('id') ?? '', itemOf(element, name.value));
      else if (local === 'spine') ncxId = attributes.get('toc');
      else if (local === 'itemref')
        references.push({ id: attributes.get('idref') ?? '', isLinear: attributes.get('linear') !== 'no' });
    },
    text(text) {
      if (isMetadata) properties.text(text);
    },
    close() {
      if (open.pop() === 'metadata') isMetadata = false;
      else if (isMetadata) properties.close();
    },
  });
  if (!read.ok) return read;
  if (!read.value) return failure(`there is no “${name.value}” in it`);
  const readable = references.filter(({ isLinear }) => isLinear).flatMap(({ id }) => items.get(id) ?? []);
  return success({
    // The table of contents is in the book as what it leads to.
    spine: readable.filter((item) => !isNavigation(item)).map((item) => item.name),
    navigation: [...items.values()].find(isNavigation)?.name,
    ncx:
      items.get(ncxId ?? '')?.name ??
      [...items.values()].find(({ type }) => type === 'application/x-dtbncx+xml')?.name,
    properties,
  });
}

function itemOf({ attributes }: XmlStart, from: string): Item {
  return {
    name: partPath(from, attributes.get('href') ?? ''),
    type: attributes.get('media-type') ?? '',
    properties: attributes.get('properties') ?? '',
  };
}

function isNavigation({ properties }: Item): boolean {
  return properties.split(/\s+/).includes('nav');
}

/** Of the renditions of a book, the first is read (EPUB 3.3, section 4.2.6.3.1). */
function packageName(parts: ZipParts): Result<string, string> {
  let name: string | undefined;
  const read = parts.readXml('META-INF/container.xml', {
    open({ local, attributes }) {
      if (local === 'rootfile') name ??= attributes.get('full-path');
    },
    close() {},
  });
  if (!read.ok) return read;
  return name === undefined ? failure('it does not say where its contents are') : success(name);
}
