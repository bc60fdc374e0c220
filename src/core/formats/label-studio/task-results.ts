import { type Attributes, attributesSchema } from '../../model/attribute-value.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { isObject } from '../json/metadata-values.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { authorshipOf } from './authorship.ts';
import { regionAttribute } from './region-attribute.ts';
import {
  type LabelStudioAnnotation,
  type LabelStudioResult,
  relationSchema,
  resultSchema,
} from './task-schema.ts';
import type { TaskText } from './task-text.ts';

type Authorship = ReturnType<typeof authorshipOf>;
type LineOf = (index: number) => number;

/** What becomes of the results of a task. */
export class TaskResults {
  readonly #draft: DatasetDraft;
  readonly #id: string;
  readonly #text: TaskText;
  readonly #ids = new Set<string>();
  readonly #spans: DatasetSpan[] = [];
  readonly #relations: DatasetRelation[] = [];
  readonly #spanLines: number[] = [];
  readonly #relationLines: number[] = [];
  /** Regions that annotations say, by id, label and place: predictions of these were accepted. */
  readonly #said = new Set<string>();

  constructor(draft: DatasetDraft, id: string, text: TaskText) {
    this.#draft = draft;
    this.#id = id;
    this.#text = text;
  }

  /** @param lineOf the line of the file on which a result stands, by its place in the annotation */
  add(annotation: LabelStudioAnnotation, isPrediction: boolean, lineOf: LineOf): void {
    const made = authorshipOf(this.#draft, annotation, isPrediction);
    const results = (annotation.result ?? []).map((value, i) => ({ value, line: lineOf(i), number: i }));
    if (annotation.was_cancelled) {
      for (const { value, line, number } of results)
        this.#refuse('span', nameOf(value, number), line, 'its annotation was cancelled');
      return;
    }
    /** Region id → id of its first span. */
    const regions = new Map<string, string>();
    const attributes = this.#attributesOf(results.map(({ value }) => value));
    for (const { value, line, number } of results) {
      if (isObject(value) && value.type === 'relation') continue;
      const result = parseItem(resultSchema, value);
      if (!result.ok) this.#refuse('span', nameOf(value, number), line, result.reason);
      else this.#addRegion(result.value, { line, number, made, isPrediction, regions, attributes });
    }
    for (const { value, line, number } of results) {
      if (isObject(value) && value.type === 'relation') this.#addRelation(value, regions, made, line, number);
    }
  }

  addTo(facts: Pick<DatasetArticle, 'id' | 'title' | 'metadata'>, line: number): void {
    this.#draft.article(
      { ...facts, text: this.#text.text, spans: this.#spans, relations: this.#relations },
      { article: line, spans: this.#spanLines, relations: this.#relationLines },
    );
  }

  /** What other controls say of regions: region id → attributes under the names of the controls. */
  #attributesOf(results: readonly unknown[]): ReadonlyMap<string, Map<string, Attributes[string]>> {
    const regions = new Map<string, Map<string, Attributes[string]>>();
    for (const value of results) {
      const result = resultSchema.safeParse(value);
      if (!result.success || labelsOf(result.data) === undefined) continue;
      regions.set(String(result.data.id), new Map());
    }
    for (const value of results) {
      const result = resultSchema.safeParse(value);
      if (!result.success) continue;
      const attribute = regionAttribute(result.data);
      if (attribute !== undefined) regions.get(String(result.data.id))?.set(...attribute);
    }
    return regions;
  }

  #addRegion(
    result: LabelStudioResult,
    at: {
      readonly line: number;
      readonly number: number;
      readonly made: Authorship;
      readonly isPrediction: boolean;
      readonly regions: Map<string, string>;
      readonly attributes: ReadonlyMap<string, ReadonlyMap<string, Attributes[string]>>;
    },
  ): void {
    const labels = labelsOf(result);
    const region = String(result.id);
    if (labels === undefined) {
      const isTaken = regionAttribute(result) !== undefined && at.attributes.has(region);
      if (!isTaken) this.#draft.unknown(`result.${result.type}`);
      return;
    }
    const place = this.#text.placeOf(result);
    if (!place.ok || labels.length === 0) {
      const reason = place.ok ? 'it has no label' : place.reason;
      this.#refuse('span', nameOf(result, at.number), at.line, reason);
      return;
    }
    for (const key of Object.keys(result)) if (!knownKeys.has(key)) this.#draft.unknown(`result.${key}`);
    const { note, flagged, attributes } = this.#metaOf(result);
    const score = at.isPrediction ? (result.score ?? at.made.score) : result.score;
    for (const tag of labels) {
      const { start, end } = place.value;
      const said = `${region} ${tag} ${start} ${end}`;
      if (at.isPrediction && this.#said.has(said)) continue;
      if (!at.isPrediction) this.#said.add(said);
      const id = this.#nameOf(region);
      if (result.id !== undefined && result.id !== null && !at.regions.has(region))
        at.regions.set(region, id);
      this.#spans.push({
        id,
        tag,
        ...place.value,
        attributes: {
          ...(score !== undefined && score !== null && { confidence: score }),
          ...Object.fromEntries(at.attributes.get(region) ?? []),
          ...attributes,
        },
        ...(note !== undefined && { note }),
        ...(flagged && { flagged: true }),
        ...at.made.authorship,
      });
      this.#spanLines.push(at.line);
    }
  }

  /** The region’s own id after the article’s, while no other has it. */
  #nameOf(region: string): string {
    const name = `${this.#id}/${region}`;
    const id = region.length > 100 || this.#ids.has(name) ? `${this.#id}/#${this.#spans.length + 1}` : name;
    this.#ids.add(id);
    return id;
  }

  /** What stands beside a region. */
  #metaOf({ meta }: LabelStudioResult) {
    if (!meta) return { note: undefined, flagged: false, attributes: {} };
    const { text, flagged, attributes, ...others } = meta;
    for (const key of Object.keys(others)) this.#draft.unknown(`result.meta.${key}`);
    const notes = (Array.isArray(text) ? text : [text]).filter((note) => typeof note === 'string');
    const sound = attributesSchema.safeParse(attributes ?? {});
    if (!sound.success) this.#draft.unknown('result.meta.attributes');
    return {
      note: notes.length > 0 ? notes.join('\n') : undefined,
      flagged: flagged === true,
      attributes: sound.success ? sound.data : {},
    };
  }

  #addRelation(
    value: unknown,
    regions: ReadonlyMap<string, string>,
    made: Authorship,
    line: number,
    number: number,
  ): void {
    const relation = parseItem(relationSchema, value);
    if (!relation.ok) {
      this.#refuse('relation', nameOf(value, number), line, relation.reason);
      return;
    }
    const { from_id, to_id, direction, labels } = relation.value;
    const [first, second] = direction === 'left' ? [to_id, from_id] : [from_id, to_id];
    const [from, to] = [regions.get(String(first)), regions.get(String(second))];
    if (from === undefined || to === undefined) {
      const missing = from === undefined ? first : second;
      this.#refuse(
        'relation',
        nameOf(value, number),
        line,
        `it links region "${missing}", which is not there`,
      );
      return;
    }
    for (const type of labels && labels.length > 0 ? labels : ['relation']) {
      this.#relations.push({
        id: `${this.#id}/r${this.#relations.length + 1}`,
        type,
        from,
        to,
        ...(direction === 'bi' && { attributes: { direction } }),
        ...made.authorship,
      });
      this.#relationLines.push(line);
    }
  }

  #refuse(item: 'span' | 'relation', id: string, line: number, reason: string): void {
    this.#draft.fault({ effect: 'refused', item, id, article: this.#id, line, reason });
  }
}

/** Keys of a result that are read, or say nothing that a span has. */
const knownKeys = new Set(
  'id from_name to_name type value score meta origin source readonly hidden locked parent_id parentID'.split(
    ' ',
  ),
);

/** The labels of a region on text. Those on images, sound and the like have labels, but no start. */
function labelsOf({ type, value }: LabelStudioResult): readonly string[] | undefined {
  const labels =
    value !== null && value !== undefined && Object.hasOwn(value, type) ? value[type] : undefined;
  if (!/labels$/.test(type) || type === 'timeserieslabels' || !Array.isArray(labels)) return undefined;
  if (value?.start === undefined || value.channel !== undefined) return undefined;
  return labels.filter((label) => typeof label === 'string' && label !== '' && label.length <= 256);
}
