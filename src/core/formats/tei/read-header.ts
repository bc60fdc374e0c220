import type { z } from 'zod';
import { annotatorSchema } from '../../model/project.ts';
import { xmlId } from '../../xml/read-xml.ts';
import {
  childElement,
  childElements,
  descendants,
  textContent,
  type XmlElement,
} from '../../xml/xml-tree.ts';
import { wordFromXml } from '../../xml/xml-words.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetFault } from '../dataset-reading.ts';
import {
  datasetEntitySchema,
  datasetHeadSchema,
  datasetRelationTypeSchema,
  datasetTagSchema,
} from '../dataset-schema.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { ownData } from '../own-instruction.ts';
import { application } from './write-header.ts';

/** What headers define and annotations point at, by `xml:id`. */
export class Definitions {
  readonly #draft: DatasetDraft;
  readonly #categories = new Map<string, string>();
  readonly #annotators = new Map<string, string>();
  readonly #entities = new Map<string, string>();

  constructor(draft: DatasetDraft) {
    this.#draft = draft;
  }

  /** The tag or relation type of a category; of what no header defines, the id itself. */
  category(pointer: string): string {
    const id = pointer.replace(/^#/, '');
    return this.#categories.get(id) ?? id;
  }

  annotator(pointer: string | undefined): string | undefined {
    return pointer === undefined ? undefined : this.#annotators.get(pointer.replace(/^#/, ''));
  }

  entity(pointer: string | undefined): string | undefined {
    return pointer === undefined ? undefined : this.#entities.get(pointer.replace(/^#/, ''));
  }

  /** Reads a document’s header, and the lists of persons and organisations that stand anywhere in it. */
  read(root: XmlElement, isOwn: boolean): void {
    const header = childElement(root, 'teiHeader');
    if (header !== undefined) {
      if (isOwn) this.#readProject(header);
      for (const element of descendants(header, 'respStmt')) this.#readAnnotator(element);
      for (const taxonomy of descendants(header, 'taxonomy')) this.#readTaxonomy(taxonomy, isOwn);
    }
    for (const part of [header, ...childElements(root, 'standOff')]) {
      for (const list of part === undefined
        ? []
        : [...descendants(part, 'listPerson'), ...descendants(part, 'listOrg')]) {
        for (const element of childElements(list)) this.#readEntity(element, isOwn);
      }
    }
  }

  #readProject(header: XmlElement): void {
    for (const element of descendants(header, 'application')) {
      const { project } = ownData(element);
      if (project === undefined || project === null) continue;
      this.#take('project', datasetHeadSchema.shape.project.unwrap(), project, element, (sound) =>
        this.#draft.project(sound),
      );
    }
  }

  #readAnnotator(element: XmlElement): void {
    const id = element.attributes.get(xmlId);
    const name = childElements(element).find(({ local }) => /^(?:name|persName|orgName)$/.test(local));
    if (id === undefined || name === undefined) return;
    const record = { id, name: textContent(name).trim() || id, ...ownData(element) };
    this.#take('annotator', annotatorSchema, record, element, (sound) => {
      this.#annotators.set(id, sound.id);
      this.#draft.annotator(sound.id, sound.name);
    });
  }

  #readTaxonomy(taxonomy: XmlElement, isOwn: boolean): void {
    const isOfRelations = isOwn && taxonomy.attributes.get('n') === 'relations';
    for (const element of childElements(taxonomy, 'category')) {
      const id = element.attributes.get(xmlId);
      if (id === undefined) continue;
      const gloss = childElement(element, 'gloss') ?? childElement(element, 'catDesc');
      const guideline = childElement(element, 'desc');
      const name = gloss === undefined ? undefined : textContent(gloss);
      const record = {
        id,
        ...(isOwn ? name !== undefined && { name } : { name: (name ?? '').trim().slice(0, 256) || id }),
        ...(guideline !== undefined && { guideline: textContent(guideline) }),
        ...ownData(element),
      };
      if (isOfRelations) {
        this.#take('relation type', datasetRelationTypeSchema, record, element, (sound) => {
          this.#categories.set(id, sound.id);
          this.#draft.relationType(sound);
        });
      } else {
        this.#take('tag', datasetTagSchema, record, element, (sound) => {
          this.#categories.set(id, sound.id);
          this.#draft.tag(sound);
        });
      }
    }
  }

  #readEntity(element: XmlElement, isOwn: boolean): void {
    const kind = { person: 'person', org: 'organisation', personGrp: 'other' }[element.local];
    const id = element.attributes.get(xmlId);
    const names = childElements(element).filter(({ local }) => local === 'persName' || local === 'orgName');
    const [name, ...others] = names.map((one) => (isOwn ? textContent(one) : squeezed(one)));
    if (kind === undefined || id === undefined || !name) return;
    const role = childElement(element, 'occupation') ?? childElement(element, 'desc');
    const note = childElement(element, 'note');
    const record = {
      id,
      kind,
      name: name.slice(0, 256),
      ...(others.length > 0 && {
        aliases: others.filter((alias) => alias !== '').map((alias) => alias.slice(0, 256)),
      }),
      ...(role !== undefined && { role: (isOwn ? textContent(role) : squeezed(role)).slice(0, 256) }),
      ...(note !== undefined && { note: isOwn ? textContent(note) : squeezed(note) }),
      ...ownData(element),
    };
    const { kind: stated, ...kindless } = record;
    this.#take('entity', datasetEntitySchema, stated === null ? kindless : record, element, (sound) => {
      this.#entities.set(id, sound.id);
      this.#draft.entity(sound);
    });
  }

  #take<Schema extends z.ZodType>(
    item: DatasetFault['item'],
    schema: Schema,
    record: unknown,
    { line }: XmlElement,
    use: (sound: z.infer<Schema>) => void,
  ): void {
    const sound = parseItem(schema, record);
    if (sound.ok) use(sound.value);
    else this.#draft.fault({ effect: 'refused', item, id: nameOf(record, 0), line, reason: sound.reason });
  }
}

/** True for documents that Ascribe wrote: the header names it, and the body’s white space counts. */
export function isOwnDocument(root: XmlElement): boolean {
  const header = childElement(root, 'teiHeader');
  if (header === undefined) return false;
  return [...descendants(header, 'application')].some(
    ({ attributes }) => attributes.get('ident') === application,
  );
}

/** What a foreign header says of the text: title, author, date, publisher, language. */
export function headerFacts(header: XmlElement | undefined): {
  readonly title?: string;
  readonly metadata: Record<string, string>;
} {
  if (header === undefined) return { metadata: {} };
  const first = (...path: readonly string[]) => {
    let found: XmlElement | undefined = header;
    for (const name of path) found = found === undefined ? undefined : [...descendants(found, name)][0];
    return found === undefined ? '' : squeezed(found);
  };
  const date = [...descendants(header, 'publicationStmt')].flatMap((statement) => [
    ...descendants(statement, 'date'),
  ])[0];
  const metadata = Object.entries({
    author: first('titleStmt', 'author'),
    publisher: first('publicationStmt', 'publisher'),
    date: date === undefined ? '' : (date.attributes.get('when') ?? squeezed(date)),
    language: [...descendants(header, 'language')][0]?.attributes.get('ident') ?? '',
  }).filter(([, value]) => value !== '');
  const title = first('titleStmt', 'title');
  return { ...(title !== '' && { title }), metadata: Object.fromEntries(metadata) };
}

/** The fields that we wrote as notes on the source. */
export function ownMetadata(header: XmlElement): Record<string, string> {
  const notes = [...descendants(header, 'note')].filter(
    ({ attributes }) => attributes.get('type') === 'metadata',
  );
  return Object.fromEntries(
    notes.map((note) => [wordFromXml(note.attributes.get('n') ?? ''), textContent(note)]),
  );
}

export function squeezed(element: XmlElement): string {
  return textContent(element).replace(/\s+/g, ' ').trim();
}
