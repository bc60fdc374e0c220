import { timestampSchema } from '../../model/identifier.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { childElement, childElements, type XmlElement } from '../../xml/xml-tree.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import { type DatasetSpan, datasetSpanSchema } from '../dataset-schema.ts';
import { parseItem } from '../json-item.ts';
import { ownData } from '../own-instruction.ts';
import { guidOf, type ProjectIndex } from './project-index.ts';
import type { CodeBook } from './read-code-book.ts';
import { isQuotation, type Selection, squeezed, unitOf } from './selection-units.ts';

/** What the selections of all sources share. */
export interface SelectionContext {
  readonly isOwn: boolean;
  readonly codes: CodeBook;
  readonly index: ProjectIndex;
  /** Case-insensitive GUID of a selection → its case’s entity, and notes that links add. */
  readonly caseOf: ReadonlyMap<string, string>;
  readonly linkedNotes: ReadonlyMap<string, readonly string[]>;
  readonly draft: DatasetDraft;
}

/** A span, the line and the selection that it came from. */
export interface ReadSpan {
  readonly span: DatasetSpan;
  readonly line: number;
  readonly guid: string;
}

/** A selection with its place, in the unit of its file. */
export interface PlacedSelection extends Selection {
  readonly element: XmlElement;
}

/**
 * The spans that the selections of a text make: one for each coding.
 * @param text as it stands in its file, with its line ends
 */
export function readSelections(
  article: string,
  text: string,
  selections: readonly PlacedSelection[],
  context: SelectionContext,
): readonly ReadSpan[] {
  return new SelectionReader(article, text, selections, context).read();
}

class SelectionReader {
  readonly #article: string;
  readonly #text: string;
  readonly #squeezed: string;
  readonly #map: CodePointMap;
  readonly #selections: readonly PlacedSelection[];
  readonly #context: SelectionContext;
  readonly #spans: ReadSpan[] = [];

  constructor(
    article: string,
    text: string,
    selections: readonly PlacedSelection[],
    context: SelectionContext,
  ) {
    this.#article = article;
    this.#text = text;
    this.#squeezed = squeezed(text);
    this.#map = CodePointMap.of(text);
    this.#selections = selections;
    this.#context = context;
  }

  read(): readonly ReadSpan[] {
    const { isOwn, draft } = this.#context;
    const unit = unitOf(this.#text, isOwn ? [] : this.#selections);
    if (unit.name !== 'characters') {
      const reason = `its selections count in ${unit.name}, as their names show, and were read so`;
      draft.fault({ effect: 'mended', item: 'article', id: this.#article, reason });
    }
    for (const selection of this.#selections) {
      if (isOwn && ownData(selection.element).partOf !== undefined) continue;
      this.#read(selection, unit.toCodePoint(selection.start), unit.toCodePoint(selection.end));
    }
    return this.#spans;
  }

  #read({ element, name }: PlacedSelection, start: number, end: number): void {
    const isThere = start >= 0 && start < end && end <= this.#map.length;
    const guid = element.attributes.get('guid') ?? `#${element.line}`;
    if (!isThere) {
      this.#refuse(
        element,
        guid,
        `it stands at ${start} to ${end}, which is no part of the text of ${this.#map.length} characters`,
      );
      return;
    }
    const text = this.#text.slice(this.#map.toUtf16(start), this.#map.toUtf16(end));
    const label = this.#context.isOwn ? {} : this.#labelOf(element, guid, name, text);
    const codings = childElements(element, 'Coding');
    if (codings.length === 0) this.#refuse(element, guid, 'it has no code');
    for (const [i, coding] of codings.entries()) {
      const id = i === 0 ? guid : (coding.attributes.get('guid') ?? `${guid}/${i + 1}`);
      this.#addSpan(element, coding, guid, { id, start, end, text, attributes: label });
    }
  }

  /** The name as an attribute, where it is no quotation. One that stands elsewhere in the text is a fault of whoever wrote it. */
  #labelOf(element: XmlElement, guid: string, name: string, text: string): { readonly name?: string } {
    if (name === '' || isQuotation(name, text)) return {};
    if (!this.#squeezed.includes(squeezed(name))) return { name };
    const reason = `its name “${name.slice(0, 60)}” is not what it reads, “${text.slice(0, 60)}”; its place was kept`;
    this.#context.draft.fault({
      effect: 'mended',
      item: 'span',
      id: guid,
      article: this.#article,
      line: element.line,
      reason,
    });
    return {};
  }

  #addSpan(
    element: XmlElement,
    coding: XmlElement,
    guid: string,
    place: Pick<DatasetSpan, 'id' | 'start' | 'end' | 'text' | 'attributes'>,
  ): void {
    const { codes, index, isOwn, caseOf, linkedNotes } = this.#context;
    const tag = codes.tagOf(childElement(coding, 'CodeRef')?.attributes.get('targetGUID'));
    if (tag === undefined) {
      this.#refuse(element, place.id, 'its code is not in the code book');
      return;
    }
    const annotator = index.userOf(
      coding.attributes.get('creatingUser'),
      element.attributes.get('creatingUser'),
    );
    const entity = isOwn ? undefined : caseOf.get(guidOf(guid));
    const note = [index.noteOf(element), index.noteOf(coding), ...(linkedNotes.get(guidOf(guid)) ?? [])];
    const record = this.#discontinuous({
      ...place,
      tag,
      note: note.filter((part) => part !== '').join('\n\n'),
      ...(annotator !== undefined && { annotator }),
      ...(entity !== undefined && { attributes: { ...place.attributes, entity } }),
      ...timesOf(element, coding),
      ...(isOwn ? ownData(element) : {}),
    });
    const span = parseItem(datasetSpanSchema, record);
    if (span.ok) this.#spans.push({ span: span.value, line: element.line, guid });
    else this.#refuse(element, place.id, span.reason);
  }

  /** The record with the text and end of all of its pieces, where it has several. */
  #discontinuous<Of extends Record<string, unknown>>(record: Of): Record<string, unknown> {
    const fragments = datasetSpanSchema.shape.fragments.safeParse(record.fragments);
    if (!fragments.success || fragments.data === undefined) return record;
    const pieces = fragments.data.map(({ start, end }) => {
      const isThere = start < end && end <= this.#map.length;
      return isThere ? this.#text.slice(this.#map.toUtf16(start), this.#map.toUtf16(end)) : '';
    });
    return { ...record, end: fragments.data.at(-1)?.end, text: pieces.join(' ') };
  }

  #refuse({ line }: XmlElement, id: string, reason: string): void {
    this.#context.draft.fault({
      effect: 'refused',
      item: 'span',
      id: id.slice(0, 80),
      article: this.#article,
      line,
      reason,
    });
  }
}

/** When it was made and changed; what names no zone is taken for UTC. */
export function timesOf(
  element: XmlElement,
  coding?: XmlElement,
): { createdAt?: string; updatedAt?: string } {
  const createdAt =
    timeOf(coding?.attributes.get('creationDateTime')) ?? timeOf(element.attributes.get('creationDateTime'));
  const updatedAt = timeOf(element.attributes.get('modifiedDateTime'));
  return { ...(createdAt !== undefined && { createdAt }), ...(updatedAt !== undefined && { updatedAt }) };
}

function timeOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? value : `${value}Z`;
  return timestampSchema.safeParse(zoned).success ? zoned : undefined;
}
