import { type Result, success } from '../../model/result.ts';
import { decodeXml } from '../../xml/decode-xml.ts';
import type { XmlFault } from '../../xml/xml-fault.ts';
import { childElement, childElements, type XmlElement, xmlTree } from '../../xml/xml-tree.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import { datasetEntitySchema, datasetHeadSchema, datasetRelationSchema } from '../dataset-schema.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { parseItem } from '../json-item.ts';
import { ownData, ownTarget } from '../own-instruction.ts';
import { ProjectFiles } from './project-files.ts';
import { addTo, guidOf, itemsOf, ProjectIndex } from './project-index.ts';
import { CodeBook, readRelationTypes } from './read-code-book.ts';
import { type ReadLink, SourceReader } from './read-source.ts';

/** Reads a REFI-QDA project, packed or not, or a code book, as a dataset. */
export function readRefiQda(file: SourceFile): Result<DatasetReading, FormatFailure> {
  const files = ProjectFiles.of(file);
  if (!files.ok) {
    return unreadable(
      'damaged',
      `“${file.name}” cannot be unpacked: ${files.reason}. Try another copy of the file.`,
    );
  }
  const root = treeOf(files.value.document);
  if (!root.ok) {
    const { reason, line } = root.reason;
    return unreadable(
      'damaged',
      `“${file.name}” cannot be read: in line ${line} of its document, ${reason}.`,
      line,
    );
  }
  const draft = new DatasetDraft();
  if (root.value.local === 'CodeBook') {
    new CodeBook(root.value, false, draft);
    return success(draft.reading());
  }
  if (root.value.local !== 'Project') {
    return unreadable(
      'not-a-dataset',
      `“${file.name}” is no REFI-QDA project: its document begins with <${root.value.local}>.`,
    );
  }
  new ProjectReader(root.value, files.value, draft).read();
  return success(draft.reading());
}

function treeOf(bytes: Uint8Array): Result<XmlElement, XmlFault> {
  const decoded = decodeXml(bytes);
  return decoded.ok ? xmlTree(decoded.value.text, { instructions: ownTarget }) : decoded;
}

class ProjectReader {
  readonly #root: XmlElement;
  readonly #files: ProjectFiles;
  readonly #draft: DatasetDraft;
  readonly #own: Readonly<Record<string, unknown>>;
  readonly #isOwn: boolean;
  readonly #index: ProjectIndex;
  /** Selection → the entity of a case that it belongs to. */
  readonly #caseOf = new Map<string, string>();

  constructor(root: XmlElement, files: ProjectFiles, draft: DatasetDraft) {
    this.#root = root;
    this.#files = files;
    this.#draft = draft;
    this.#own = ownData(root);
    this.#isOwn = this.#own.version !== undefined;
    this.#index = new ProjectIndex(root, files, this.#isOwn, draft);
  }

  read(): void {
    const isOwn = this.#isOwn;
    if (isOwn) this.#draft.statesTagSet();
    this.#readProject();
    const codes = new CodeBook(childElement(this.#root, 'CodeBook'), isOwn, this.#draft);
    readRelationTypes(this.#own.relationTypes, this.#draft);
    for (const element of itemsOf(this.#root, 'Cases', 'Case')) this.#readCase(element);
    const links: ReadLink[] = [];
    const linkedNotes = new Map<string, string[]>();
    for (const element of itemsOf(this.#root, 'Links', 'Link')) this.#readLink(element, links, linkedNotes);
    const context = {
      isOwn,
      codes,
      index: this.#index,
      caseOf: this.#caseOf,
      linkedNotes,
      draft: this.#draft,
    };
    const byOrigin = new Map<string, ReadLink[]>();
    for (const link of links) addTo(byOrigin, link.from, link);
    const reader = new SourceReader(this.#files, context, byOrigin);
    const used = new Set<ReadLink>();
    const sources = childElement(this.#root, 'Sources');
    for (const element of sources === undefined ? [] : childElements(sources)) {
      for (const link of reader.read(element)) used.add(link);
    }
    for (const { relation, line } of links.filter((link) => !used.has(link))) {
      const reason = 'it does not link two coded selections of one text that came in';
      this.#draft.fault({ effect: 'refused', item: 'relation', id: relation.id, line, reason });
    }
    for (let i = 0; i < this.#index.unusedNotes; i++) this.#draft.unknown('Notes.Note');
    for (const _ of itemsOf(this.#root, 'Graphs', 'Graph')) this.#draft.unknown('Graphs.Graph');
  }

  #readProject(): void {
    const { attributes } = this.#root;
    const { isUnnamed, version: _, relationTypes: __, ...rest } = this.#own;
    if (isUnnamed === true) return;
    const createdAt = attributes.get('creationDateTime');
    const record = { name: attributes.get('name'), ...(createdAt !== undefined && { createdAt }), ...rest };
    const project = parseItem(datasetHeadSchema.shape.project.unwrap(), record);
    if (project.ok) this.#draft.project(project.value);
  }

  /** A case as an entity of the cast: what it is about is said by the selections that it refers to. */
  #readCase(element: XmlElement): void {
    const guid = element.attributes.get('guid') ?? '';
    const variables = Object.entries(this.#index.variablesOf(element)).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const note = [this.#index.noteOf(element), ...variables].filter((part) => part !== '').join('\n');
    const entity = parseItem(datasetEntitySchema, {
      id: guid,
      name: element.attributes.get('name') || guid,
      ...(note !== '' && { note }),
      ...(this.#isOwn ? ownData(element) : { kind: 'other' }),
    });
    if (!entity.ok) {
      this.#draft.fault({
        effect: 'refused',
        item: 'entity',
        id: guid,
        line: element.line,
        reason: entity.reason,
      });
      return;
    }
    this.#draft.entity(entity.value);
    for (const { attributes } of childElements(element, 'SelectionRef')) {
      const selection = guidOf(attributes.get('targetGUID'));
      if (!this.#caseOf.has(selection)) this.#caseOf.set(selection, entity.value.id);
    }
    for (const { local } of childElements(element)) {
      if (local === 'CodeRef' || local === 'SourceRef') this.#draft.unknown(`Cases.Case.${local}`);
    }
  }

  /** A link between selections may become a relation; one between a note and a selection makes it that selection’s note. */
  #readLink(element: XmlElement, links: ReadLink[], linkedNotes: Map<string, string[]>): void {
    const { attributes, line } = element;
    const [from, to] = [attributes.get('originGUID'), attributes.get('targetGUID')];
    for (const [note, of] of [
      [this.#index.note(from), to],
      [this.#index.note(to), from],
    ] as const) {
      if (note === undefined) continue;
      addTo(linkedNotes, guidOf(of), note);
      return;
    }
    const direction = attributes.get('direction') ?? 'Associative';
    const id = attributes.get('guid') ?? `#${line}`;
    const record = {
      id,
      type: attributes.get('name') || 'link',
      attributes: direction === 'OneWay' ? {} : { direction },
      ...ownData(element),
      from: '?',
      to: '?',
    };
    const relation = parseItem(datasetRelationSchema, record);
    if (relation.ok) links.push({ relation: relation.value, from: guidOf(from), to: guidOf(to), line });
    else
      this.#draft.fault({
        effect: 'refused',
        item: 'relation',
        id: record.id,
        line,
        reason: relation.reason,
      });
  }
}
