import { isXmlDateTime } from '../../xml/xml-date-time.ts';
import { XmlWriter } from '../../xml/xml-writer.ts';
import type { DatasetArticle, DatasetHead, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { writeOwnData } from '../own-instruction.ts';
import type { Guids } from './guids.ts';

/** Longer quotations are cut in the names of selections, as other programs do. In code points. */
const longestName = 100;

/**
 * Writes the project’s document (REFI-QDA Project Exchange 1.0): annotators are users, tags are codes, the cast are cases, metadata are variables, articles are
 * text sources, spans are selections with a coding each, relations are links, labels of articles are sets.
 */
export class QdeWriter {
  readonly #writer = new XmlWriter();
  readonly #guids: Guids;
  readonly #head: DatasetHead;
  readonly #sources: readonly DatasetArticle[];
  readonly #listed: ReadonlySet<string>;

  /** @param sources articles, whose texts are not looked at: they stand in files of their own */
  constructor(head: DatasetHead, sources: readonly DatasetArticle[], guids: Guids) {
    this.#head = head;
    this.#sources = sources;
    this.#guids = guids;
    this.#listed = new Set(head.annotators?.map(({ id }) => id));
  }

  /** The document in pieces. */
  *document(): Generator<string> {
    const { project, tagSet } = this.#head;
    const createdAt = project?.createdAt;
    this.#writer.open('Project', {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: project?.name ?? 'Ascribe',
      origin: 'Ascribe',
      ...this.#times({ createdAt }),
    });
    const relationTypes = tagSet?.relationTypes;
    const conveyed = ['name', ...conveyedTimes({ createdAt })];
    writeOwnData(this.#writer, { version: 1, ...(project ?? { isUnnamed: true }), relationTypes }, conveyed);
    this.#users();
    this.#codeBook();
    this.#variables();
    this.#cases();
    yield this.#writer.take();
    yield* this.#textSources();
    yield* this.#links();
    this.#sets();
    this.#writer.close();
    yield this.#writer.take();
  }

  #users(): void {
    this.#list('Users', this.#head.annotators ?? [], ({ id, name }) => {
      this.#writer.element('User', { guid: this.#guids.of('user', id), name, id });
    });
  }

  #codeBook(): void {
    const tags = this.#head.tagSet?.tags ?? [];
    const known = new Set(tags.map(({ id }) => id));
    const used = new Set(this.#sources.flatMap(({ spans = [] }) => spans.map(({ tag }) => tag)));
    const others = [...used].filter((id) => !known.has(id)).map((id) => ({ id, name: id, isUnlisted: true }));
    const all = [...tags, ...others];
    if (all.length === 0) return;
    this.#writer.open('CodeBook');
    this.#list('Codes', all, (tag) => {
      const guid = this.#guids.of('code', tag.id);
      const colour = 'colour' in tag ? tag.colour?.light : undefined;
      const guideline = 'guideline' in tag ? tag.guideline : undefined;
      this.#writer.open('Code', { guid, name: tag.name, isCodable: 'true', color: colour });
      writeOwnData(this.#writer, tag, [
        'name',
        ...(guideline ? ['guideline'] : []),
        ...this.#idIn(guid, tag.id),
      ]);
      if (guideline) this.#writer.element('Description', {}, guideline);
      this.#writer.close();
    });
    this.#writer.close();
  }

  #variables(): void {
    const keys = new Set(this.#sources.flatMap(({ metadata = {} }) => Object.keys(metadata)));
    this.#list('Variables', [...keys], (name) => {
      this.#writer.element('Variable', {
        guid: this.#guids.of('variable', name),
        name,
        typeOfVariable: 'Text',
      });
    });
  }

  #cases(): void {
    const mentions = new Map<string, string[]>();
    for (const { spans = [] } of this.#sources) {
      for (const { id, attributes = {} } of spans) {
        const { entity } = attributes;
        if (typeof entity !== 'string') continue;
        const selections = mentions.get(entity) ?? [];
        selections.push(this.#guids.of('selection', id));
        mentions.set(entity, selections);
      }
    }
    this.#list('Cases', this.#head.entities ?? [], (entity) => {
      const guid = this.#guids.of('case', entity.id);
      this.#writer.open('Case', { guid, name: entity.name });
      writeOwnData(this.#writer, entity, ['name', ...this.#noteIn(entity), ...this.#idIn(guid, entity.id)]);
      this.#description(entity.note);
      for (const targetGUID of mentions.get(entity.id) ?? [])
        this.#writer.element('SelectionRef', { targetGUID });
      this.#writer.close();
    });
  }

  *#textSources(): Generator<string> {
    if (this.#sources.length === 0) return;
    this.#writer.open('Sources');
    for (const source of this.#sources) {
      this.#textSource(source);
      yield this.#writer.take();
    }
    this.#writer.close();
  }

  #textSource(source: DatasetArticle): void {
    const { id, title, metadata = {}, spans = [], relations: _, text: __, ...facts } = source;
    const guid = this.#guids.of('source', id);
    const name = title || id;
    this.#writer.open('TextSource', {
      guid,
      name,
      plainTextPath: `internal://${guid}.txt`,
      ...this.#times(facts),
    });
    const conveyed = [...conveyedTimes(facts), ...this.#noteIn(facts), ...this.#idIn(guid, id)];
    writeOwnData(this.#writer, { ...facts, id, ...(title !== name && { title: title ?? null }) }, conveyed);
    this.#description(facts.note);
    for (const span of spans) this.#selection(span);
    for (const [key, value] of Object.entries(metadata)) {
      this.#writer.open('VariableValue');
      this.#writer.element('VariableRef', { targetGUID: this.#guids.of('variable', key) });
      this.#writer.element('TextValue', {}, value).close();
    }
    this.#writer.close();
  }

  /** A selection for each piece of the span. The first says all of it, the others only what they are pieces of. */
  #selection(span: DatasetSpan): void {
    const { start, end, fragments = [{ start, end }] } = span;
    const guid = this.#guids.of('selection', span.id);
    for (const [i, piece] of fragments.entries()) {
      const id = i === 0 ? span.id : `${span.id}/${i + 1}`;
      const pieceGuid = i === 0 ? guid : this.#guids.of('selection', `${guid}/${i + 1}`);
      this.#writer.open('PlainTextSelection', {
        guid: pieceGuid,
        name: shortened(span.text),
        startPosition: piece.start,
        endPosition: piece.end,
        ...this.#madeBy(span),
        ...this.#times(span),
      });
      if (i > 0) writeOwnData(this.#writer, { partOf: guid }, []);
      else {
        const native = ['tag', 'start', 'end', 'text', ...(fragments.length > 1 ? [] : ['fragments'])];
        writeOwnData(this.#writer, span, [
          ...native,
          ...this.#conveyedOf(span),
          ...this.#idIn(guid, span.id),
        ]);
        this.#description(span.note);
      }
      const { creationDateTime } = this.#times(span);
      this.#writer.open('Coding', {
        guid: this.#guids.of('coding', id),
        ...this.#madeBy(span),
        creationDateTime,
      });
      this.#writer
        .element('CodeRef', { targetGUID: this.#guids.of('code', span.tag) })
        .close()
        .close();
    }
  }

  *#links(): Generator<string> {
    const names = new Map(this.#head.tagSet?.relationTypes?.map(({ id, name }) => [id, name]));
    if (this.#sources.every(({ relations = [] }) => relations.length === 0)) return;
    this.#writer.open('Links');
    for (const { relations = [] } of this.#sources) {
      for (const relation of relations) this.#link(relation, names.get(relation.type) ?? relation.type);
      yield this.#writer.take();
    }
    this.#writer.close();
  }

  #link(relation: DatasetRelation, name: string): void {
    const guid = this.#guids.of('link', relation.id);
    this.#writer.open('Link', {
      guid,
      name,
      direction: 'OneWay',
      originGUID: this.#guids.of('selection', relation.from),
      targetGUID: this.#guids.of('selection', relation.to),
    });
    writeOwnData(this.#writer, relation, [
      'from',
      'to',
      ...(name === relation.type ? ['type'] : []),
      ...this.#idIn(guid, relation.id),
    ]);
    this.#writer.close();
  }

  #sets(): void {
    const labels = new Set(this.#sources.flatMap(({ labels = [] }) => labels));
    this.#list('Sets', [...labels], (name) => {
      this.#writer.open('Set', { guid: this.#guids.of('set', name), name });
      for (const { id, labels = [] } of this.#sources) {
        if (labels.includes(name))
          this.#writer.element('MemberSource', { targetGUID: this.#guids.of('source', id) });
      }
      this.#writer.close();
    });
  }

  #list<Item>(name: string, items: readonly Item[], write: (item: Item) => void): void {
    if (items.length === 0) return;
    this.#writer.open(name);
    for (const item of items) write(item);
    this.#writer.close();
  }

  #description(note: string | undefined): void {
    if (note) this.#writer.element('Description', {}, note);
  }

  #noteIn({ note }: { readonly note?: string | undefined }): string[] {
    return note ? ['note'] : [];
  }

  #idIn(guid: string, id: string): string[] {
    return guid === id ? ['id'] : [];
  }

  #madeBy({ annotator }: { readonly annotator?: string | undefined }) {
    const isListed = annotator !== undefined && this.#listed.has(annotator);
    return { creatingUser: isListed ? this.#guids.of('user', annotator) : undefined };
  }

  #conveyedOf(span: DatasetSpan): string[] {
    return [...conveyedTimes(span), ...(this.#madeBy(span).creatingUser === undefined ? [] : ['annotator'])];
  }

  #times({ createdAt, updatedAt }: Times) {
    return {
      creationDateTime: isXmlDateTime(createdAt) ? createdAt : undefined,
      modifiedDateTime: isXmlDateTime(updatedAt) ? updatedAt : undefined,
    };
  }
}

interface Times {
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
}

function conveyedTimes({ createdAt, updatedAt }: Times): string[] {
  return [
    ...(isXmlDateTime(createdAt) ? ['createdAt'] : []),
    ...(isXmlDateTime(updatedAt) ? ['updatedAt'] : []),
  ];
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestName + 2));
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : text;
}
