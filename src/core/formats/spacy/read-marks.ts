import { z } from 'zod';
import { type Attributes, attributesSchema } from '../../model/attribute-value.ts';
import type { Result } from '../../model/result.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetSpan } from '../dataset-schema.ts';
import { isObject } from '../json/metadata-values.ts';
import { nameOf, parseItem } from '../json-item.ts';
import { SourceText } from '../source-text.ts';
import { defaultGroup, groupKey } from './span-keys.ts';

const offset = z.int().nonnegative();
const label = z.string().min(1).max(256);
const markSchema = z.looseObject({
  start: offset,
  end: offset,
  label,
  kb_id: z.string().nullish(),
  id: z.union([z.string(), z.number()]).nullish(),
});
/** `[start, end, label]`, and the id in a knowledge base where there is one. */
const tupleSchema = z.tuple([offset, offset, label]).rest(z.unknown());
const customSchema = z.looseObject({ start: offset, end: offset, value: z.json() });

type Mark = z.infer<typeof markSchema>;

/** Where faults are said to be. */
interface Place {
  readonly article: string;
  readonly line: number;
}

/** All spans of a document, with what its custom attributes say of them. */
export function readMarks(
  draft: DatasetDraft,
  document: Readonly<Record<string, unknown>> & { readonly text: string },
  place: Place,
): DatasetSpan[] {
  const source = new SourceText(document.text);
  const custom = new CustomAttributes(draft, document.underscore_span);
  const spans: DatasetSpan[] = [];
  const seen = new Set<string>();
  const add = (mark: Mark, group: string): void => {
    seen.add(contentOf(mark));
    spans.push(spanOf(draft, mark, group, custom.of(mark), source, `${place.article}/${spans.length + 1}`));
  };
  for (const key of ['spans', 'unaligned']) {
    const groups = document[key];
    if (!isObject(groups)) continue;
    for (const [group, items] of Object.entries(groups)) {
      for (const mark of marksOf(draft, items, `${key}.${group}`, place)) add(mark, group);
    }
  }
  for (const key of ['ents', 'entities']) {
    for (const mark of marksOf(draft, document[key], key, place)) {
      if (!seen.has(contentOf(mark))) add(mark, defaultGroup);
    }
  }
  custom.countUnused(draft);
  return spans;
}

function marksOf(draft: DatasetDraft, items: unknown, path: string, { article, line }: Place): Mark[] {
  if (!Array.isArray(items)) {
    if (items !== undefined && items !== null) draft.unknown(path);
    return [];
  }
  return items.flatMap((item: unknown, i) => {
    const mark = markOf(item);
    if (mark.ok) return [mark.value];
    draft.fault({ effect: 'refused', item: 'span', id: nameOf(item, i), article, line, reason: mark.reason });
    return [];
  });
}

function markOf(item: unknown): Result<Mark, string> {
  if (!Array.isArray(item)) return parseItem(markSchema, item);
  const tuple = parseItem(tupleSchema, item);
  if (!tuple.ok) return tuple;
  const [start, end, name, kb_id] = tuple.value;
  return { ok: true, value: { start, end, label: name, ...(typeof kb_id === 'string' && { kb_id }) } };
}

/** Keys beside those of spaCy’s own are attributes, and so is what spaCy calls custom attributes. */
function spanOf(
  draft: DatasetDraft,
  mark: Mark,
  group: string,
  custom: Readonly<Record<string, unknown>>,
  source: SourceText,
  id: string,
): DatasetSpan {
  const { start, end, label: tag, id: entityId, kb_id, note, flagged, ...others } = mark;
  const attributes = attributesSchema.safeParse({
    ...(group !== defaultGroup && { [groupKey]: group }),
    ...(kb_id && { kb_id }),
    ...others,
    ...custom,
  });
  if (!attributes.success) draft.unknown('spans');
  if (entityId) draft.unknown('spans.id');
  return {
    id,
    tag,
    start,
    end,
    text: source.words(start, end),
    attributes: attributes.success ? attributes.data : {},
    ...(typeof note === 'string' && { note }),
    ...(flagged === 1 && { flagged: true }),
  };
}

function contentOf(mark: Mark): string {
  return `${mark.start} ${mark.end} ${mark.label}`;
}

/** Custom attributes of spans, which spaCy tells by place. */
class CustomAttributes {
  readonly #byPlace = new Map<
    string,
    { readonly values: Map<string, Attributes[string]>; isUsed: boolean }
  >();

  constructor(draft: DatasetDraft, underscore: unknown) {
    if (!isObject(underscore)) return;
    for (const [name, items] of Object.entries(underscore)) {
      for (const item of Array.isArray(items) ? items : [items]) {
        const custom = customSchema.safeParse(item);
        if (!custom.success || name.length > 256) {
          draft.unknown(`underscore_span.${name}`);
          continue;
        }
        const place = placeOf(custom.data);
        const entry = this.#byPlace.get(place) ?? { values: new Map(), isUsed: false };
        entry.values.set(name, custom.data.value);
        this.#byPlace.set(place, entry);
      }
    }
  }

  of(mark: Mark): Record<string, Attributes[string]> {
    const entry = this.#byPlace.get(placeOf(mark));
    if (entry === undefined) return {};
    entry.isUsed = true;
    return Object.fromEntries(entry.values);
  }

  countUnused(draft: DatasetDraft): void {
    for (const { values, isUsed } of this.#byPlace.values()) {
      if (!isUsed) for (const name of values.keys()) draft.unknown(`underscore_span.${name}`);
    }
  }
}

function placeOf({ start, end }: Pick<Mark, 'start' | 'end'>): string {
  return `${start} ${end}`;
}
