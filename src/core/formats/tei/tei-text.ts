import type { BlockKind } from '../../model/block.ts';
import { xmlId } from '../../xml/read-xml.ts';
import type { XmlElement } from '../../xml/xml-tree.ts';

/** A block of the text, in UTF-16 units. */
export interface TextBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly page?: number;
  readonly element: XmlElement;
}

/** A stretch that an element in the text covers, in UTF-16 units; empty where it holds no text. */
export interface ElementRange {
  readonly element: XmlElement;
  readonly start: number;
  readonly end: number;
}

/** The text of a document, and where its elements came to stand in it. */
export interface TeiText {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** Elements that name, quote or date something. */
  readonly named: readonly ElementRange[];
  /** All characters of the document’s text, white space as it is: what pointers into it count. */
  readonly raw: string;
  /** Places in `raw` of the elements that have an id. */
  readonly places: ReadonlyMap<string, ElementRange>;
  /** The place in `text` of a place in `raw`; between characters that were left out, that of the next. */
  toText(raw: number): number;
  /** Elements that were left out. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Elements that stand for a name, a date or what somebody said: they become spans. */
export const namingElements = new Set([
  ...['persName', 'placeName', 'orgName', 'geogName', 'name', 'rs', 'date', 'time', 'said', 'quote', 'q'],
]);

/** What an element of our own documents is set as. */
const ownKinds: Readonly<Record<string, BlockKind>> = {
  'head/title': 'title',
  head: 'heading',
  p: 'paragraph',
  byline: 'attribution',
  'ab/attribution': 'attribution',
  'ab/continuation': 'continuation',
  item: 'listItem',
  quote: 'quote',
};

/** The text of a body that we wrote: every character counts. */
export function ownText(body: XmlElement): TeiText {
  const pieces: string[] = [];
  const blocks: TextBlock[] = [];
  const places = new Map<string, ElementRange>();
  let length = 0;
  const walk = (element: XmlElement, isInBlock: boolean) => {
    const start = length;
    const type = element.attributes.get('type');
    const kind = isInBlock
      ? undefined
      : ownKinds[type === undefined ? element.local : `${element.local}/${type}`];
    for (const child of element.children) {
      if (typeof child !== 'string') walk(child, isInBlock || kind !== undefined);
      else {
        pieces.push(child);
        length += child.length;
      }
    }
    if (kind !== undefined && length > start) blocks.push({ kind, start, end: length, element });
    const id = element.attributes.get(xmlId);
    if (id !== undefined) places.set(id, { element, start, end: length });
  };
  walk(body, false);
  const text = pieces.join('');
  return { text, blocks, named: [], raw: text, places, toText: (offset) => offset, leftOut: new Map() };
}
