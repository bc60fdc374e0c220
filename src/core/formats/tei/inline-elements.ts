import { dateValueSchema } from '../../model/attribute-value.ts';
import type { WrittenAttributes } from '../../xml/xml-writer.ts';
import type { DatasetArticle, DatasetEntity, DatasetSpan } from '../dataset-schema.ts';
import type { XmlIds } from './xml-ids.ts';

/** An element around a stretch of text, in code points. */
export interface InlineElement {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: WrittenAttributes;
}

/** More elements in one another help no reader; the stand-off annotations have them all. */
const deepest = 12;

/**
 * The spans of an article that can also stand in the text as elements: speakers as `persName`, `orgName` or `rs`, claims as `said`, places as
 * `placeName`, dates as `date`, each pointing at its annotation. Those in several pieces, and those that cross others, stand in the annotations alone.
 */
export class InlineElements {
  readonly #elements: readonly InlineElement[];

  constructor(
    { spans = [], relations = [] }: DatasetArticle,
    entities: ReadonlyMap<string, DatasetEntity>,
    ids: XmlIds,
  ) {
    const entityOf = new Map(
      spans.map(({ id, attributes }) => [id, entities.get(String(attributes?.entity ?? ''))]),
    );
    const sayers = new Map(
      relations.filter(({ type }) => type === 'says').map(({ from, to }) => [to, entityOf.get(from)]),
    );
    const pointer = (entity: DatasetEntity | undefined) => entity && ids.pointer('cast', entity.id);
    this.#elements = spans
      .flatMap((span): InlineElement[] => {
        const { id, start, end, fragments = [] } = span;
        const entity = entityOf.get(id);
        const element = elementOf(span, entity?.kind, pointer(entity), pointer(sayers.get(id)));
        if (fragments.length > 1 || element === undefined) return [];
        const corresp = ids.pointer('span', id);
        return [{ start, end, name: element.name, attributes: { corresp, ...element.attributes } }];
      })
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Those within a stretch, outer ones first, so that each is within the one before it or after it. */
  within(start: number, end: number): readonly InlineElement[] {
    const kept: InlineElement[] = [];
    const open: InlineElement[] = [];
    for (let i = this.#firstFrom(start); i < this.#elements.length; i++) {
      const element = this.#elements[i];
      if (element === undefined || element.start >= end) break;
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= element.start) open.pop();
      const outer = open.at(-1);
      if (element.end > Math.min(end, outer?.end ?? end) || open.length >= deepest) continue;
      // A name may stand in speech, speech in no name.
      if (element.name === 'said' && outer !== undefined && outer.name !== 'said') continue;
      kept.push(element);
      open.push(element);
    }
    return kept;
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#elements.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#elements[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function elementOf(
  { tag, attributes = {} }: DatasetSpan,
  kind: DatasetEntity['kind'],
  ref: string | undefined,
  who: string | undefined,
): { readonly name: string; readonly attributes: WrittenAttributes } | undefined {
  if (tag === 'location') return { name: 'placeName', attributes: {} };
  if (tag === 'date') return { name: 'date', attributes: { when: whenOf(attributes.value) } };
  if (tag === 'speaker') {
    if (kind === 'person') return { name: 'persName', attributes: { ref } };
    return kind === 'organisation'
      ? { name: 'orgName', attributes: { ref } }
      : { name: 'rs', attributes: { type: 'speaker', ref } };
  }
  if (tag !== 'claim') return undefined;
  const direct = attributes.form === 'direct' ? 'true' : attributes.form === 'indirect' ? 'false' : undefined;
  return { name: 'said', attributes: { who, direct } };
}

/** A date as `@when` can have it (W3C): a year, month, day or day and time. */
function whenOf(value: unknown): string | undefined {
  const date = dateValueSchema.safeParse(value);
  if (!date.success || date.data.modifier !== null) return undefined;
  const isPoint = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d)?)?)?$/.test(date.data.value);
  return isPoint ? date.data.value : undefined;
}
