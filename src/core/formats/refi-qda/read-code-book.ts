import { readablePair } from '../../colour/tag-colours.ts';
import { childElement, childElements, textContent, type XmlElement } from '../../xml/xml-tree.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import { datasetRelationTypeSchema, datasetTagSchema } from '../dataset-schema.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { ownData } from '../own-instruction.ts';

/** Longer than this no id or name may be, in UTF-16 units. */
const longestName = 256;

/** The codes of a project, as tags. */
export class CodeBook {
  /** GUID → tag. */
  readonly #tags = new Map<string, string>();

  /** Reads the codes below an element, the draft gets each as a tag. Codes within codes get their path as a name where their own is not unique. */
  constructor(root: XmlElement | undefined, isOwn: boolean, draft: DatasetDraft) {
    const codes = [...codesIn(root === undefined ? undefined : childElement(root, 'Codes'), [])];
    const counts = new Map<string, number>();
    for (const { path } of codes) counts.set(path.at(-1) ?? '', (counts.get(path.at(-1) ?? '') ?? 0) + 1);
    for (const { element, path } of codes) {
      const leaf = path.at(-1) ?? '';
      if (isOwn) this.#readOwn(element, draft);
      else this.#readForeign(element, counts.get(leaf) === 1 ? leaf : path.join('/'), draft);
      if (path.length > 1) draft.unknown('CodeBook.Codes.Code.Code');
    }
  }

  /** The tag that a code became, or undefined. */
  tagOf(guid: string | undefined): string | undefined {
    return guid === undefined ? undefined : this.#tags.get(guid.toLowerCase());
  }

  #readOwn(element: XmlElement, draft: DatasetDraft): void {
    const guid = element.attributes.get('guid') ?? '';
    const { isUnlisted, ...data } = ownData(element);
    const description = childElement(element, 'Description');
    const record = {
      id: guid,
      name: element.attributes.get('name'),
      ...(description !== undefined && { guideline: textContent(description) }),
      ...data,
    };
    const tag = parseItem(datasetTagSchema, record);
    if (!tag.ok) {
      draft.fault({
        effect: 'refused',
        item: 'tag',
        id: nameOf(record, 0),
        line: element.line,
        reason: tag.reason,
      });
      return;
    }
    this.#tags.set(guid.toLowerCase(), tag.value.id);
    if (isUnlisted !== true) draft.tag(tag.value);
  }

  #readForeign(element: XmlElement, name: string, draft: DatasetDraft): void {
    const { attributes } = element;
    const guid = attributes.get('guid') ?? '';
    const id = name === '' || name.length > longestName ? guid : name;
    if (id === '' || this.#tags.has(guid.toLowerCase())) {
      const reason = id === '' ? 'it has neither name nor GUID' : 'another code has this GUID';
      draft.fault({ effect: 'refused', item: 'tag', id: guid, line: element.line, reason });
      return;
    }
    this.#tags.set(guid.toLowerCase(), id);
    if (attributes.get('isCodable') === 'false') return;
    const colour = colourOf(attributes.get('color'));
    const description = childElement(element, 'Description');
    draft.tag({
      id,
      name: name.slice(0, longestName) || id,
      ...(colour !== undefined && { colour: readablePair({ light: colour, dark: colour }) }),
      ...(description !== undefined && { guideline: textContent(description) }),
    });
  }
}

/** The relation types that we keep with the project. */
export function readRelationTypes(types: unknown, draft: DatasetDraft): void {
  for (const type of Array.isArray(types) ? types : []) {
    const sound = parseItem(datasetRelationTypeSchema, type);
    if (sound.ok) draft.relationType(sound.value);
    else draft.fault({ effect: 'refused', item: 'relation type', id: nameOf(type, 0), reason: sound.reason });
  }
}

/** Codes and those within them; the depth of the document is bounded. */
function* codesIn(
  parent: XmlElement | undefined,
  above: readonly string[],
): Generator<{ readonly element: XmlElement; readonly path: readonly string[] }> {
  if (parent === undefined) return;
  for (const element of childElements(parent, 'Code')) {
    const path = [...above, element.attributes.get('name') ?? ''];
    yield { element, path };
    yield* codesIn(element, path);
  }
}

function colourOf(value: string | undefined): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value ?? '');
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  return value !== undefined && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : undefined;
}
