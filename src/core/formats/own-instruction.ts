import { instructionJson } from '../xml/instruction-json.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { parseBoundedJson } from './json/bounded-json.ts';

/**
 * What a dataset says and an XML format has no place for stands in processing instructions `<?ascribe {…}?>` in the element that it is about: schemas allow
 * them anywhere, and other programs pass over them.
 */
export const ownTarget = 'ascribe';

/** Writes the members of a record that `conveyed` does not name, if there are any. */
export function writeOwnData(writer: XmlWriter, record: object, conveyed: readonly string[]): void {
  const rest = Object.entries(record).filter(
    ([key, value]) => value !== undefined && !conveyed.includes(key),
  );
  if (rest.length > 0) writer.instruction(ownTarget, instructionJson(Object.fromEntries(rest)));
}

/** The members that an element’s instruction holds; none where there is none. */
export function ownData({ instructions = [] }: XmlElement): Readonly<Record<string, unknown>> {
  const value = parseBoundedJson(instructions[0] ?? '{}');
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
