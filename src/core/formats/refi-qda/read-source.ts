import { failure, type Result, success } from '../../model/result.ts';
import { childElement, childElements, textContent, type XmlElement } from '../../xml/xml-tree.ts';
import { type DatasetRelation, datasetArticleSchema } from '../dataset-schema.ts';
import { parseItem } from '../json-item.ts';
import { ownData } from '../own-instruction.ts';
import type { ProjectFiles } from './project-files.ts';
import { guidOf } from './project-index.ts';
import {
  type PlacedSelection,
  type ReadSpan,
  readSelections,
  type SelectionContext,
  timesOf,
} from './read-selections.ts';

/** A relation that a link of the project makes, before it is known which spans its selections became. */
export interface ReadLink {
  /** Its ends are filled in then. */
  readonly relation: DatasetRelation;
  /** GUIDs of selections, lower case. */
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** A source that has a text, and the element that holds its selections. */
interface TextOfSource {
  readonly element: XmlElement;
  readonly title: string;
  readonly holder: XmlElement;
  readonly selections: readonly PlacedSelection[];
}

/** Adds the article that a source is to the draft; what is none, or has no text here, is refused. Gives the links back that were used. */
export class SourceReader {
  readonly #files: ProjectFiles;
  readonly #context: SelectionContext;
  readonly #links: ReadonlyMap<string, readonly ReadLink[]>;

  /** @param links by the selection that they begin at */
  constructor(
    files: ProjectFiles,
    context: SelectionContext,
    links: ReadonlyMap<string, readonly ReadLink[]>,
  ) {
    this.#files = files;
    this.#context = context;
    this.#links = links;
  }

  /** Reads a `TextSource`, `PDFSource`, `AudioSource`, `VideoSource` or `PictureSource`. @returns the links that it used */
  read(element: XmlElement): readonly ReadLink[] {
    const found = this.#textsOf(element);
    if (found.length === 0)
      this.#refuse(element, refusals[element.local] ?? 'it is of a kind that is not known here');
    return found.flatMap((source) => this.#readText(source));
  }

  #textsOf(element: XmlElement): TextOfSource[] {
    const title = element.attributes.get('name') ?? '';
    if (element.local === 'TextSource')
      return [{ element, title, holder: element, selections: plainSelections(element) }];
    const { draft } = this.#context;
    for (const selection of childElements(element)) {
      if (!/^(?:PDF|Picture|Audio|Video)Selection$/.test(selection.local)) continue;
      const reason = 'it marks a part of a page, picture or recording, not of a text';
      const id = selection.attributes.get('guid') ?? '';
      draft.fault({
        effect: 'refused',
        item: 'span',
        id,
        article: nameOf(element),
        line: selection.line,
        reason,
      });
    }
    const representation =
      childElement(element, 'Representation') ?? childElement(element, 'TextDescription');
    if (representation !== undefined) {
      return [{ element, title, holder: representation, selections: plainSelections(representation) }];
    }
    return childElements(element, 'Transcript').map((transcript) => ({
      element: transcript,
      title: transcript.attributes.get('name') || title,
      holder: transcript,
      selections: transcriptSelections(transcript),
    }));
  }

  #readText({ element, title: name, holder, selections }: TextOfSource): readonly ReadLink[] {
    const text = this.#textIn(holder);
    if (!text.ok) {
      this.#refuse(element, text.reason);
      return [];
    }
    const { index, isOwn, draft } = this.#context;
    const guid = element.attributes.get('guid') ?? '';
    const own = isOwn ? ownData(element) : {};
    const spans = readSelections(String(own.id ?? guid), text.value, selections, this.#context);
    const used: ReadLink[] = [];
    const relations = this.#relations(spans, used);
    const labels = index.labelsOf(guid);
    const codings = childElements(holder, 'Coding').length;
    for (let i = 0; i < codings; i++) draft.unknown(`${element.local}.Coding`);
    const note = index.noteOf(element);
    const record = {
      title: name,
      ...(note !== '' && { note }),
      metadata: index.variablesOf(element),
      ...(labels.length > 0 && { labels }),
      ...timesOf(element),
      id: guid || nameOf(element),
      ...own,
      text: text.value,
      spans: spans.map(({ span }) => span),
      relations,
    };
    const { title, ...rest } = record;
    const article = parseItem(datasetArticleSchema, title === null ? rest : record);
    if (!article.ok) {
      this.#refuse(element, article.reason);
      return used;
    }
    draft.article(article.value, {
      article: element.line,
      spans: spans.map(({ line }) => line),
      relations: used.map(({ line }) => line),
    });
    return used;
  }

  /** The relations that begin at spans of this source, as far as they end there too. */
  #relations(spans: readonly ReadSpan[], used: ReadLink[]): DatasetRelation[] {
    const idOf = new Map<string, string>();
    for (const { guid, span } of spans) if (!idOf.has(guidOf(guid))) idOf.set(guidOf(guid), span.id);
    const relations: DatasetRelation[] = [];
    for (const [guid, from] of idOf) {
      for (const link of this.#links.get(guid) ?? []) {
        const to = idOf.get(link.to);
        if (to === undefined) continue;
        used.push(link);
        relations.push({ ...link.relation, from, to });
      }
    }
    return relations;
  }

  #textIn(holder: XmlElement): Result<string, string> {
    const content = childElement(holder, 'PlainTextContent');
    if (content !== undefined) return success(textContent(content));
    const path = holder.attributes.get('plainTextPath');
    return path === undefined ? failure('it comes without a plain text') : this.#files.text(path);
  }

  #refuse(element: XmlElement, reason: string): void {
    const id = nameOf(element).slice(0, 80);
    this.#context.draft.fault({ effect: 'refused', item: 'article', id, line: element.line, reason });
  }
}

const refusals: Readonly<Record<string, string>> = {
  PDFSource: 'it is a PDF without a plain text',
  PictureSource: 'it is a picture, not a text',
  AudioSource: 'it is a recording without a transcript',
  VideoSource: 'it is a recording without a transcript',
};

function nameOf({ attributes, local }: XmlElement): string {
  return attributes.get('name') || attributes.get('guid') || local;
}

function plainSelections(holder: XmlElement): PlacedSelection[] {
  return childElements(holder, 'PlainTextSelection').map((element) => ({
    element,
    name: element.attributes.get('name') ?? '',
    start: numberOf(element.attributes.get('startPosition')),
    end: numberOf(element.attributes.get('endPosition')),
  }));
}

/** Selections of a transcript stand between points of time, which have places in the text. */
function transcriptSelections(transcript: XmlElement): PlacedSelection[] {
  const positions = new Map(
    childElements(transcript, 'SyncPoint').map(({ attributes }) => [
      guidOf(attributes.get('guid')),
      numberOf(attributes.get('position')),
    ]),
  );
  return childElements(transcript, 'TranscriptSelection').map((element) => ({
    element,
    name: element.attributes.get('name') ?? '',
    start: positions.get(guidOf(element.attributes.get('fromSyncPoint'))) ?? -1,
    end: positions.get(guidOf(element.attributes.get('toSyncPoint'))) ?? -1,
  }));
}

function numberOf(value: string | undefined): number {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : -1;
}
