import { type Result, success } from '../../model/result.ts';
import { decodeXml } from '../../xml/decode-xml.ts';
import type { XmlFault } from '../../xml/xml-fault.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { excessOf } from './cas.ts';
import { readCas } from './cas-to-dataset.ts';
import { ownTypes } from './own-types.ts';
import { readTypeSystem } from './read-type-system.ts';
import { readXmi } from './read-xmi.ts';
import { type CasType, TypeSystem } from './type-system.ts';

/** Reads an XMI file as a dataset. Type systems that came with it tell what its features are; without one all of them are texts. */
export function readXmiFile(
  file: SourceFile,
  companions: readonly SourceFile[],
): Result<DatasetReading, FormatFailure> {
  const types: CasType[] = [];
  for (const companion of companions) {
    const read = typesOf(companion);
    if (!read.ok) return broken(companion.name, read.reason);
    for (const type of read.value) types.push(type);
  }
  const decoded = decodeXml(file.bytes);
  if (!decoded.ok) return broken(file.name, decoded.reason);
  const cas = readXmi(decoded.value.text, new TypeSystem([...types, ...ownTypes]));
  if (!cas.ok) return broken(file.name, cas.reason);
  const excess = excessOf(cas.value);
  if (excess !== undefined) return broken(file.name, { reason: excess, line: 1 });
  if (cas.value.views.every(({ text }) => text === undefined)) {
    return unreadable('empty', `“${file.name}” holds no text: it is a UIMA CAS without a document.`);
  }
  const draft = new DatasetDraft();
  readCas(cas.value, file.name.replace(/^.*\//, '').replace(/\.xmi$/i, '') || file.name, draft);
  return success(draft.reading());
}

/** The type systems read before, by their bytes: hundreds of files may come with one. */
const knownTypes = new WeakMap<Uint8Array, Result<readonly CasType[], XmlFault>>();

function typesOf({ bytes }: SourceFile): Result<readonly CasType[], XmlFault> {
  const known = knownTypes.get(bytes);
  if (known !== undefined) return known;
  const decoded = decodeXml(bytes);
  const types = decoded.ok ? readTypeSystem(decoded.value.text) : decoded;
  knownTypes.set(bytes, types);
  return types;
}

function broken(name: string, { reason, line }: XmlFault) {
  return unreadable(
    'damaged',
    `“${name}” cannot be read: in line ${line}, ${reason}. Try another copy of the file.`,
    line,
  );
}
