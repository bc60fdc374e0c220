import type { Attributes } from '../../model/attribute-value.ts';
import type { Fragment } from '../../model/fragment.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetFault } from '../dataset-reading.ts';
import type { DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { unescapedName } from '../escaped-name.ts';
import { textOfMarkedLines, valueOfMarked } from '../marked-value.ts';
import { type BratText, fragmentList, fragmentsNote, fragmentsOfList } from './brat-fragments.ts';
import { type BratLine, readBratLine } from './brat-line.ts';
import { nameOfBratRole } from './brat-name.ts';
import { agrees, quotedText } from './brat-source.ts';
import {
  annotatorNotes,
  attributesOfNormalisations,
  equivalenceAttribute,
  eventAttribute,
  flaggedAttribute,
  type Normalisation,
  noteAttribute,
  noteTypePrefix,
} from './known-names.ts';

type Numbered<Kind extends BratLine['kind'] = BratLine['kind']> = Extract<BratLine, { kind: Kind }> & {
  readonly line: number;
};

/** What lines say of a span or relation, gathered. */
interface Bearer {
  readonly id: string;
  readonly line: number;
  readonly attributes: Map<string, Attributes[string]>;
  readonly normalisations: Normalisation[];
  /** Lines of notes by their type. */
  readonly notes: Map<string, string[]>;
}

interface SpanDraft extends Bearer {
  readonly tag: string;
  fragments: readonly Fragment[];
  flagged: boolean;
}

interface RelationDraft extends Bearer {
  readonly type: string;
  readonly from: SpanDraft;
  readonly to: SpanDraft;
}

/** Spans without a stated text cannot be checked, and reading them costs as much as they are long: so many code points of them are taken. */
const mostUnstated = 50_000_000;

/** Reads the lines of one `.ann` file into an article of a draft. */
export class BratReading {
  readonly #draft: DatasetDraft;
  readonly #article: string;
  readonly #spans = new Map<string, SpanDraft>();
  readonly #relations = new Map<string, RelationDraft>();
  #unstated = 0;

  /** @param article the id of the article to be */
  constructor(draft: DatasetDraft, article: string) {
    this.#draft = draft;
    this.#article = article;
  }

  /** @param raw the text as it was decoded */
  read(annotations: string, raw: string, fileName: string): void {
    const lines = this.#parse(annotations);
    const of = <Kind extends BratLine['kind']>(kind: Kind) =>
      lines.filter((line): line is Numbered<Kind> => line.kind === kind);
    const texts = of('text');
    const text = quotedText(raw, texts);
    for (const line of texts) this.#readText(line, text);
    for (const line of of('event')) this.#readTrigger(line);
    for (const line of of('event')) this.#readRoles(line);
    for (const line of of('relation')) this.#readRelation(line);
    for (const line of of('equivalence')) this.#readEquivalence(line);
    for (const line of of('attribute')) this.#readAttribute(line);
    for (const line of of('normalisation')) this.#readNormalisation(line);
    for (const line of of('note')) this.#readNote(line);
    // An event's trigger stands there under both ids.
    const spans = [...new Set(this.#spans.values())];
    const relations = [...this.#relations.values()];
    this.#draft.article(
      {
        id: this.#article,
        source: { fileName },
        text: text.text,
        spans: spans.map((span) => this.#span(span, text)),
        relations: relations.map((relation) => this.#relation(relation)),
      },
      { spans: spans.map(({ line }) => line), relations: relations.map(({ line }) => line) },
    );
  }

  #parse(annotations: string): Numbered[] {
    const parsed: Numbered[] = [];
    const ids = new Set<string>();
    for (const [i, raw] of annotations
      .replace(/^\ufeff/, '')
      .split('\n')
      .entries()) {
      const written = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (written.trim() === '') continue;
      const read = readBratLine(written);
      const id = read.ok ? read.value.id : (written.slice(0, 20).split('\t')[0] ?? '');
      if (!read.ok) this.#refuse(id, i + 1, read.reason);
      else if (ids.has(id)) this.#refuse(id, i + 1, 'another line has this id');
      else {
        parsed.push({ ...read.value, line: i + 1 });
        if (id !== '*') ids.add(id);
      }
    }
    return parsed;
  }

  #readText({ id, line, type, fragments, tail }: Numbered<'text'>, text: BratText): void {
    const wrong = fragments.find(({ start, end }) => start >= end || end > text.length);
    if (wrong !== undefined) {
      const where = `${wrong.start} to ${wrong.end}`;
      this.#refuse(id, line, `${where} is no stretch of a text of ${text.length} code points`);
      return;
    }
    const isStated = tail !== undefined && tail.trim() !== '';
    if (isStated && !agrees(text, { fragments, tail })) {
      const found = fragments.map((fragment) => text.read(fragment)).join(' ');
      this.#refuse(
        id,
        line,
        `its text ${excerpt(tail)} is not what the article reads there, ${excerpt(found)}`,
      );
      return;
    }
    if (!isStated) this.#unstated += fragments.reduce((sum, { start, end }) => sum + end - start, 0);
    const ordered = inOrder(fragments);
    if (this.#unstated > mostUnstated)
      this.#refuse(id, line, 'its text is not given, and those of many before');
    else if (ordered === undefined) this.#refuse(id, line, 'its fragments overlap');
    else
      this.#spans.set(id, {
        ...bearer(id, line),
        tag: unescapedName(type),
        fragments: ordered,
        flagged: false,
      });
  }

  /** An event is a span of its own: the first of a trigger is the trigger itself, others stand on the same place. */
  #readTrigger({ id, line, type, trigger }: Numbered<'event'>): void {
    const span = this.#spans.get(trigger);
    if (span === undefined) this.#refuse(id, line, `its trigger ${trigger} is not there`);
    else if (span.tag !== unescapedName(type))
      this.#refuse(id, line, `its trigger ${trigger} is of another type, “${span.tag}”`);
    else {
      const own = span.attributes.has(eventAttribute)
        ? { ...span, ...bearer(id, line), flagged: false }
        : span;
      own.attributes.set(eventAttribute, true);
      this.#spans.set(id, own);
    }
  }

  #readRoles({ id, line, roles }: Numbered<'event'>): void {
    const from = this.#spans.get(id);
    if (from === undefined) return;
    for (const [i, { role, target }] of roles.entries()) {
      const to = this.#spans.get(target);
      if (to === undefined) this.#refuse(id, line, `its ${role} ${target} is not there`);
      else this.#relate(`${id}/${i + 1}`, line, nameOfBratRole(role), from, to);
    }
  }

  #readRelation({ id, line, type, ends }: Numbered<'relation'>): void {
    const [from, to] = ends.map(({ target }) => this.#spans.get(target));
    if (from === undefined || to === undefined) {
      const missing = ends[from === undefined ? 0 : 1].target;
      this.#refuse(id, line, `it links ${missing}, which is not there`);
      return;
    }
    for (const { role } of ends) if (!/^Arg[12]$/.test(role)) this.#draft.unknown('relations.roles');
    this.#relate(id, line, unescapedName(type), from, to);
  }

  #readEquivalence({ line, type, targets }: Numbered<'equivalence'>): void {
    const spans = targets.map((target) => this.#spans.get(target));
    const missing = targets.find((_, i) => spans[i] === undefined);
    if (missing !== undefined) this.#refuse('*', line, `it links ${missing}, which is not there`);
    else if (targets.length < 2) this.#refuse('*', line, 'it has only one member');
    else {
      for (const [i, to] of spans.entries()) {
        const from = spans[i - 1];
        if (from === undefined || to === undefined) continue;
        this.#relate(`*${line}/${i}`, line, unescapedName(type), from, to).attributes.set(
          equivalenceAttribute,
          true,
        );
      }
    }
  }

  #relate(id: string, line: number, type: string, from: SpanDraft, to: SpanDraft): RelationDraft {
    const relation = { ...bearer(id, line), type, from, to };
    this.#relations.set(id, relation);
    return relation;
  }

  #readAttribute({ id, line, type, target, value }: Numbered<'attribute'>): void {
    const of = this.#bearerOf(id, line, target);
    if (of === undefined) return;
    const span = this.#spans.get(target);
    if (type === flaggedAttribute && value === true && span !== undefined) span.flagged = true;
    else this.#set(of, id, line, unescapedName(type), value === true ? true : valueOfMarked(value));
  }

  #readNormalisation({ id, line, type, target, reference, tail }: Numbered<'normalisation'>): void {
    this.#bearerOf(id, line, target)?.normalisations.push({ reference, name: tail ?? '' });
    if (type !== 'Reference') this.#draft.unknown(`normalisations.${type.slice(0, 40)}`);
  }

  #readNote({ id, line, type, target, tail }: Numbered<'note'>): void {
    const of = this.#bearerOf(id, line, target);
    if (of === undefined) return;
    const lines = of.notes.get(type);
    if (lines === undefined) of.notes.set(type, [tail ?? '']);
    else lines.push(tail ?? '');
  }

  #bearerOf(id: string, line: number, target: string): Bearer | undefined {
    const found = this.#spans.get(target) ?? this.#relations.get(target);
    if (found === undefined) this.#refuse(id, line, `it is about ${target}, which is not there`);
    return found;
  }

  #set(of: Bearer, id: string, line: number, name: string, value: Attributes[string]): void {
    const given = of.attributes.get(name);
    if (name.length > 256 || name === '__proto__') this.#refuse(id, line, 'no attribute can have its name');
    else if (given !== undefined && given !== value)
      this.#refuse(id, line, `${of.id} has another value of “${name}” already`);
    else of.attributes.set(name, value);
  }

  #span(span: SpanDraft, text: BratText): DatasetSpan {
    const { id, line, tag } = span;
    const note = textOfMarkedLines(span.notes.get(annotatorNotes) ?? []);
    span.notes.delete(annotatorNotes);
    const whole = span.notes.get(fragmentsNote)?.[0];
    const fragments = whole === undefined ? span.fragments : this.#wholeFragments(span, whole, text);
    return {
      id,
      tag,
      start: fragments[0]?.start ?? 0,
      end: fragments.at(-1)?.end ?? 0,
      text: fragments.map((fragment) => text.read(fragment)).join(' '),
      ...(fragments.length > 1 && { fragments: [...fragments] }),
      attributes: this.#attributes(span, line),
      note,
      flagged: span.flagged,
    };
  }

  /** The fragments that a note gives, where cutting them makes those of the line: else the span was changed since. */
  #wholeFragments(span: SpanDraft, note: string, text: BratText): readonly Fragment[] {
    const given = fragmentsOfList(note);
    const fits =
      given?.every(
        ({ start, end }, i) => start < end && end <= text.length && start > (given[i - 1]?.end ?? -1),
      ) && fragmentList(text.cut(given)) === fragmentList(span.fragments);
    if (given === undefined || !fits) return span.fragments;
    span.notes.delete(fragmentsNote);
    return given;
  }

  #relation(relation: RelationDraft): DatasetRelation {
    const { id, line, type, from, to, notes } = relation;
    const lines = notes.get(annotatorNotes);
    if (lines !== undefined) this.#set(relation, id, line, noteAttribute, textOfMarkedLines(lines));
    notes.delete(annotatorNotes);
    return { id, type, from: from.id, to: to.id, attributes: this.#attributes(relation, line) };
  }

  #attributes(of: Bearer, line: number): Attributes {
    for (const [type, lines] of of.notes)
      this.#set(of, of.id, line, `${noteTypePrefix}${unescapedName(type)}`, textOfMarkedLines(lines));
    for (const [name, value] of Object.entries(attributesOfNormalisations(of.normalisations)))
      this.#set(of, of.id, line, name, value);
    return Object.fromEntries(of.attributes);
  }

  #refuse(id: string, line: number, reason: string): void {
    const item: DatasetFault['item'] = /^[RE*]/.test(id) ? 'relation' : 'span';
    this.#draft.fault({ effect: 'refused', item, id, article: this.#article, line, reason });
  }
}

function bearer(id: string, line: number): Bearer {
  return { id, line, attributes: new Map(), normalisations: [], notes: new Map() };
}

/** The fragments as spans have them, in order and those that touch as one; undefined where they overlap. */
function inOrder(fragments: readonly Fragment[]): readonly Fragment[] | undefined {
  const ordered: Fragment[] = [];
  for (const fragment of [...fragments].sort((a, b) => a.start - b.start)) {
    const last = ordered.at(-1);
    if (last !== undefined && fragment.start < last.end) return undefined;
    if (last?.end === fragment.start) ordered[ordered.length - 1] = { start: last.start, end: fragment.end };
    else ordered.push(fragment);
  }
  return ordered;
}

function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 82));
  return JSON.stringify(characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text);
}
