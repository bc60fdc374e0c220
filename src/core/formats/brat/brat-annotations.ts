import type { Attributes } from '../../model/attribute-value.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { withoutBreaks } from '../line-text.ts';
import { markedLines, markedValue } from '../marked-value.ts';
import { BratText, fragmentList, fragmentsNote } from './brat-fragments.ts';
import { bratName, bratRole } from './brat-name.ts';
import type { ConfWriter } from './conf-writer.ts';
import { equivalences } from './equivalences.ts';
import {
  annotatorNotes,
  eventAttribute,
  flaggedAttribute,
  normalisationAttribute,
  normalisationNameAttribute,
  normalisationsOf,
  noteAttribute,
  noteTypePrefix,
} from './known-names.ts';

/** The lines of the `.ann` file of an article. @param conf hears what they use */
export function bratAnnotations(article: DatasetArticle, conf: ConfWriter): string {
  const lines = new Lines(article, conf);
  lines.write();
  return lines.text();
}

/** Types of notes that mean something of their own, which no attribute may be written as. */
const ownNotes = new Set([annotatorNotes, fragmentsNote]);

class Lines {
  readonly #text: BratText;
  readonly #spans: readonly DatasetSpan[];
  readonly #relations: readonly DatasetRelation[];
  readonly #conf: ConfWriter;
  readonly #lines: string[] = [];
  readonly #counts = new Map<string, number>();
  /** What other lines call a span: the event of which it is the trigger, else itself. */
  readonly #names = new Map<string, string>();
  readonly #tags: ReadonlyMap<string, string>;

  constructor({ text, spans = [], relations = [] }: DatasetArticle, conf: ConfWriter) {
    this.#text = new BratText(text);
    this.#spans = spans;
    this.#relations = relations;
    this.#conf = conf;
    this.#tags = new Map(spans.map(({ id, tag }) => [id, tag]));
  }

  text(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  write(): void {
    const triggers = new Map<string, string>();
    for (const span of this.#spans) {
      const trigger = this.#writeText(span);
      const isEvent = isTrue(span.attributes, eventAttribute);
      if (isEvent) triggers.set(span.id, trigger);
      this.#names.set(span.id, isEvent ? this.#next('E') : trigger);
      this.#conf.sawSpan(span.tag, isEvent);
    }
    const { roles, others } = this.#rolesApart(triggers);
    for (const { id, tag } of this.#spans) {
      const trigger = triggers.get(id);
      if (trigger !== undefined) this.#writeEvent(id, tag, trigger, roles.get(id) ?? []);
    }
    this.#writeRelations(others);
    for (const span of this.#spans) this.#writeFacts(span);
  }

  #writeText({ tag, start, end, fragments = [{ start, end }] }: DatasetSpan): string {
    const cut = this.#text.cut(fragments);
    const quote = withoutBreaks(cut.map((fragment) => this.#text.read(fragment)).join(' '));
    return this.#line('T', `${bratName(tag)} ${fragmentList(cut)}`, quote);
  }

  /** Relations that events hold as roles: those from a trigger of which nothing more is said. */
  #rolesApart(triggers: ReadonlyMap<string, string>) {
    const roles = new Map<string, DatasetRelation[]>();
    const others: DatasetRelation[] = [];
    for (const relation of this.#relations) {
      const { from, attributes = {} } = relation;
      if (!triggers.has(from) || Object.keys(attributes).length > 0) others.push(relation);
      else {
        const known = roles.get(from);
        if (known === undefined) roles.set(from, [relation]);
        else known.push(relation);
      }
    }
    return { roles, others };
  }

  #writeEvent(id: string, tag: string, trigger: string, roles: readonly DatasetRelation[]): void {
    const numbers = new Map<string, number>();
    const written = roles.map(({ type, to }) => {
      const role = bratRole(type);
      const number = (numbers.get(role) ?? 0) + 1;
      numbers.set(role, number);
      this.#conf.sawRole(tag, type, this.#tags.get(to) ?? '');
      return ` ${role}${number === 1 ? '' : number}:${this.#nameOf(to)}`;
    });
    this.#lines.push(`${this.#nameOf(id)}\t${bratName(tag)}:${trigger}${written.join('')}`);
  }

  #writeRelations(relations: readonly DatasetRelation[]): void {
    const { lists, others } = equivalences(relations);
    for (const { type, members } of lists) {
      this.#conf.sawEquivalence(type);
      this.#lines.push(`*\t${bratName(type)} ${members.map((member) => this.#nameOf(member)).join(' ')}`);
    }
    for (const { type, from, to, attributes = {} } of others) {
      const name = this.#line(
        'R',
        `${bratName(type)} Arg1:${this.#nameOf(from)} Arg2:${this.#nameOf(to)}`,
        '',
      );
      const { [noteAttribute]: note, ...rest } = attributes;
      const isNote = Object.hasOwn(attributes, noteAttribute) && typeof note === 'string';
      if (isNote) this.#writeNote(annotatorNotes, name, note);
      this.#writeAttributes(isNote ? rest : attributes, name, undefined);
    }
    for (const { type, from, to } of relations)
      this.#conf.sawRelation(type, this.#tags.get(from) ?? '', this.#tags.get(to) ?? '');
  }

  #writeFacts(span: DatasetSpan): void {
    const { id, tag, note = '', flagged, attributes = {}, start, end } = span;
    const name = this.#nameOf(id);
    const fragments = span.fragments ?? [{ start, end }];
    const list = fragmentList(fragments);
    if (list !== fragmentList(this.#text.cut(fragments))) this.#line('#', `${fragmentsNote} ${name}`, list);
    if (note !== '') this.#writeNote(annotatorNotes, name, note);
    if (flagged) {
      this.#line('A', `${flaggedAttribute} ${name}`);
      this.#conf.sawAttribute(flaggedAttribute, tag);
    }
    this.#writeAttributes(attributes, name, tag);
  }

  /** @param tag of the span that has them; undefined for a relation */
  #writeAttributes(attributes: Attributes, name: string, tag: string | undefined): void {
    const normalisations = normalisationsOf(attributes);
    for (const { reference, name: called } of normalisations)
      this.#line('N', `Reference ${name} ${reference}`, called === '' ? undefined : called);
    for (const [id, value] of Object.entries(attributes)) {
      if (normalisations.length > 0 && (id === normalisationAttribute || id === normalisationNameAttribute))
        continue;
      if (id === eventAttribute && value === true && tag !== undefined) continue;
      const noteType = id.startsWith(noteTypePrefix) ? bratName(id.slice(noteTypePrefix.length)) : undefined;
      if (noteType !== undefined && !ownNotes.has(noteType) && typeof value === 'string')
        this.#writeNote(noteType, name, value);
      else this.#writeAttribute(attributeName(id), name, tag, value);
    }
  }

  #writeAttribute(written: string, name: string, tag: string | undefined, value: Attributes[string]): void {
    const shown = value === true ? undefined : markedValue(value);
    this.#line('A', `${written} ${name}${shown === undefined ? '' : ` ${shown}`}`);
    this.#conf.sawAttribute(written, tag, shown);
  }

  #writeNote(type: string, name: string, note: string): void {
    for (const line of markedLines(note)) this.#line('#', `${type} ${name}`, line);
  }

  /** Writes a line and returns its id. */
  #line(kind: string, data: string, tail?: string): string {
    const id = this.#next(kind);
    this.#lines.push(tail === undefined ? `${id}\t${data}` : `${id}\t${data}\t${tail}`);
    return id;
  }

  #next(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return `${kind}${count}`;
  }

  #nameOf(span: string): string {
    return this.#names.get(span) ?? '';
  }
}

/** The name of an attribute, told apart from the one by which flags are written. */
function attributeName(id: string): string {
  return id === flaggedAttribute ? `_x46_${id.slice(1)}` : bratName(id);
}

function isTrue(attributes: Attributes | undefined, id: string): boolean {
  return attributes !== undefined && Object.hasOwn(attributes, id) && attributes[id] === true;
}
