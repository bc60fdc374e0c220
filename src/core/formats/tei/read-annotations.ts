import {
  type Attributes,
  attributeValueSchema,
  type DateValue,
  dateValueSchema,
} from '../../model/attribute-value.ts';
import { timestampSchema } from '../../model/identifier.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { CodePointMap } from '../../text/offsets.ts';
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
import {
  type DatasetRelation,
  type DatasetSpan,
  datasetRelationSchema,
  datasetSpanSchema,
} from '../dataset-schema.ts';
import { parseBoundedJson } from '../json/bounded-json.ts';
import { parseItem } from '../json-item.ts';
import { ownData } from '../own-instruction.ts';
import { Pointers, type Stretch } from './pointers.ts';
import { type Definitions, squeezed } from './read-header.ts';
import type { TeiText } from './tei-text.ts';

/** What is said of one text, with the lines where it stands. */
export interface TextAnnotations {
  readonly spans: readonly DatasetSpan[];
  readonly spanLines: readonly number[];
  readonly relations: readonly DatasetRelation[];
  readonly relationLines: readonly number[];
}

/** The text’s annotations: in our documents those that stand off, in others the elements in the text as well. */
export function readAnnotations(
  article: string,
  root: XmlElement,
  text: TeiText,
  isOwn: boolean,
  definitions: Definitions,
  draft: DatasetDraft,
): TextAnnotations {
  return new AnnotationReader(article, text, isOwn, definitions, draft).read(root);
}

class AnnotationReader implements TextAnnotations {
  readonly spans: DatasetSpan[] = [];
  readonly spanLines: number[] = [];
  readonly relations: DatasetRelation[] = [];
  readonly relationLines: number[] = [];
  readonly #article: string;
  readonly #text: TeiText;
  readonly #isOwn: boolean;
  readonly #definitions: Definitions;
  readonly #draft: DatasetDraft;
  readonly #map: CodePointMap;
  readonly #pointers: Pointers;
  /** `xml:id` → span. */
  readonly #ids = new Map<string, string>();

  constructor(article: string, text: TeiText, isOwn: boolean, definitions: Definitions, draft: DatasetDraft) {
    this.#article = article;
    this.#text = text;
    this.#isOwn = isOwn;
    this.#definitions = definitions;
    this.#draft = draft;
    this.#map = CodePointMap.of(text.text);
    this.#pointers = new Pointers(text, isOwn);
  }

  read(root: XmlElement): TextAnnotations {
    if (!this.#isOwn)
      for (const { element, start, end } of this.#text.named) this.#addNamed(element, { start, end });
    for (const element of descendants(root, 'annotation')) this.#addAnnotation(element);
    if (!this.#isOwn) {
      const types = new Map<XmlElement, string | undefined>();
      for (const group of descendants(root, 'spanGrp')) {
        for (const element of childElements(group, 'span')) types.set(element, group.attributes.get('type'));
      }
      for (const element of descendants(root, 'span')) this.#addAnalysis(element, types.get(element));
    }
    for (const element of descendants(root, 'relation')) this.#addRelation(element);
    if (!this.#isOwn) {
      for (const group of descendants(root, 'linkGrp')) {
        for (const element of childElements(group, 'link')) this.#addLink(element, group);
      }
    }
    return this;
  }

  /** A name, date or quotation that is marked in the text. */
  #addNamed(element: XmlElement, stretch: Stretch): void {
    const { local, attributes } = element;
    const given = [...attributes].flatMap(([name, value]): [string, Attributes[string]][] =>
      name === xmlId ? [] : [[name.replace(/^\{.*\}/, 'xml:').slice(0, 256), value]],
    );
    const entity = [attributes.get('ref'), attributes.get('who')]
      .map((pointer) => this.#definitions.entity(pointer))
      .find((found) => found !== undefined);
    const date = local === 'date' ? dateOf(attributes.get('when')) : undefined;
    this.#addSpan(element, local, success([stretch]), {
      tag: local,
      attributes: Object.fromEntries([
        ...given,
        ...(entity === undefined ? [] : [['entity', entity] as const]),
        ...(date === undefined ? [] : [['value', date] as const]),
      ]),
    });
  }

  #addAnnotation(element: XmlElement): void {
    const { attributes } = element;
    const notes = childElements(element, 'note');
    const plain = notes.filter((note) => note.attributes.get('type') !== 'attribute');
    const ana = attributes.get('ana')?.trim().split(/\s+/)[0];
    const note = plain.map((one) => (this.#isOwn ? textContent(one) : squeezed(one))).join('\n\n');
    const annotator = this.#definitions.annotator(attributes.get('resp'));
    this.#addSpan(element, 'annotation', this.#pointers.all(attributes.get('target') ?? ''), {
      ...(ana ? { tag: this.#definitions.category(ana) } : this.#isOwn ? {} : { tag: 'annotation' }),
      attributes: Object.fromEntries(notes.filter((one) => !plain.includes(one)).map(attributeIn)),
      ...(note !== '' && { note }),
      ...(annotator !== undefined && { annotator }),
      ...changesOf(element),
      ...(this.#isOwn ? ownData(element) : {}),
    });
  }

  /** A `span`, whose tag is its `ana`, its or its group’s type, or what it says. */
  #addAnalysis(element: XmlElement, groupType: string | undefined): void {
    const { attributes } = element;
    const [from, to = from] = [attributes.get('from'), attributes.get('to')];
    const target = attributes.get('target');
    const stretches =
      target !== undefined
        ? this.#pointers.all(target)
        : from !== undefined && to !== undefined
          ? this.#pointers.between(from, to)
          : failure('it points at nothing');
    const ana = attributes.get('ana')?.trim().split(/\s+/)[0];
    const said = squeezed(element);
    const type = attributes.get('type') ?? groupType;
    const tag = ana
      ? this.#definitions.category(ana)
      : (type ?? (said === '' || said.length > 256 ? 'span' : said));
    const isSaid = said === '' || said === tag;
    this.#addSpan(element, 'span', stretches, { tag, attributes: {}, ...(!isSaid && { note: said }) });
  }

  #addSpan(
    element: XmlElement,
    kind: string,
    stretches: Result<readonly Stretch[], string>,
    content: Readonly<Record<string, unknown>>,
  ): void {
    const xml = element.attributes.get(xmlId);
    const id = xml ?? `${kind}-${this.spans.length + 1}`;
    const span = stretches.ok ? this.#placed(id, stretches.value, content) : stretches;
    if (!span.ok) {
      this.#refuse('span', element, id, span.reason);
      return;
    }
    if (xml !== undefined) this.#ids.set(xml, span.value.id);
    this.spans.push(span.value);
    this.spanLines.push(element.line);
  }

  #placed(
    id: string,
    stretches: readonly Stretch[],
    content: Readonly<Record<string, unknown>>,
  ): Result<DatasetSpan, string> {
    const [first] = stretches;
    const last = stretches.at(-1);
    if (first === undefined || last === undefined || first.start >= first.end)
      return failure('it covers no text');
    const fragments = stretches.map(({ start, end }) => ({
      start: this.#map.toCodePoint(start),
      end: this.#map.toCodePoint(end),
    }));
    return parseItem(datasetSpanSchema, {
      id,
      ...content,
      start: fragments[0]?.start,
      end: fragments.at(-1)?.end,
      text: stretches.map(({ start, end }) => this.#text.text.slice(start, end)).join(' '),
      ...(fragments.length > 1 && { fragments }),
    });
  }

  #addRelation(element: XmlElement): void {
    const { attributes } = element;
    const ana = attributes.get('ana');
    const type = ana === undefined ? attributes.get('name') : this.#definitions.category(ana);
    const annotator = this.#definitions.annotator(attributes.get('resp'));
    this.#link(element, attributes.get('active'), attributes.get('passive'), {
      type: type ?? 'relation',
      ...(annotator !== undefined && { annotator }),
      ...(this.#isOwn ? ownData(element) : {}),
    });
  }

  #addLink(element: XmlElement, group: XmlElement): void {
    const [from, to] = (element.attributes.get('target') ?? '').trim().split(/\s+/);
    const type = element.attributes.get('type') ?? group.attributes.get('type') ?? 'link';
    this.#link(element, from, to, { type });
  }

  #link(
    element: XmlElement,
    from: string | undefined,
    to: string | undefined,
    content: Readonly<Record<string, unknown>>,
  ): void {
    const id = element.attributes.get(xmlId) ?? `${element.local}-${this.relations.length + 1}`;
    const ends = [from, to].map((pointer) => this.#ids.get((pointer ?? '').replace(/^#/, '')));
    const relation = ends.includes(undefined)
      ? failure('it does not link two spans of this text')
      : parseItem(datasetRelationSchema, { id, ...content, from: ends[0], to: ends[1] });
    if (!relation.ok) {
      this.#refuse('relation', element, id, relation.reason);
      return;
    }
    this.relations.push(relation.value);
    this.relationLines.push(element.line);
  }

  #refuse(item: 'span' | 'relation', { line }: XmlElement, id: string, reason: string): void {
    this.#draft.fault({ effect: 'refused', item, id: id.slice(0, 80), article: this.#article, line, reason });
  }
}

function attributeIn(note: XmlElement): [string, Attributes[string]] {
  const text = textContent(note);
  const name = wordFromXml(note.attributes.get('n') ?? '');
  if (note.attributes.get('subtype') !== 'json') return [name, text];
  const value = attributeValueSchema.safeParse(parseBoundedJson(text));
  return [name, value.success ? value.data : text];
}

function changesOf(element: XmlElement): { createdAt?: string; updatedAt?: string } {
  const revisions = childElement(element, 'revisionDesc');
  const changes = revisions === undefined ? [] : childElements(revisions, 'change');
  const when = (status: string) =>
    changes.find(({ attributes }) => attributes.get('status') === status)?.attributes.get('when');
  const [createdAt, updatedAt] = [when('created'), when('modified')].map((time) =>
    timestampSchema.safeParse(time).success ? time : undefined,
  );
  return { ...(createdAt !== undefined && { createdAt }), ...(updatedAt !== undefined && { updatedAt }) };
}

/** A date that a calendar has, as TIMEX3 has it. */
function dateOf(when: string | undefined): DateValue | undefined {
  const granularity = { 4: 'year', 7: 'month', 10: 'day' }[when?.length ?? 0];
  const date = dateValueSchema.safeParse({ type: 'date', value: when, granularity, modifier: null });
  return date.success && /^\d{4}(?:-\d\d){0,2}$/.test(date.data.value) ? date.data : undefined;
}
