import type { Attributes } from '../model/attribute-value.ts';
import { placeOf } from '../model/block.ts';
import { deriveBlocks } from '../text/blocks.ts';
import { CodePointMap } from '../text/offsets.ts';
import { attributionsIn } from './attributions-in.ts';
import type { DatasetArticle, DatasetHead, DatasetRelation, DatasetSpan } from './dataset-schema.ts';
import type { Loss } from './format.ts';
import { everything, type Holdings } from './holdings.ts';
import { locatedIn } from './located-in.ts';
import { LossCount } from './loss-count.ts';
import type { LossKind } from './loss-kinds.ts';
import { trimSpans } from './trim-spans.ts';

type TagSet = NonNullable<DatasetHead['tagSet']>;

/** The part of a dataset’s head that a format holds; what goes is counted. */
export function reduceHead(
  head: DatasetHead,
  holds: Holdings,
  lost: LossCount = new LossCount(),
): DatasetHead {
  if (holds === everything) return head;
  if (!holds.controls) head = withoutControls(head, lost);
  const { project, annotators, entities, tagSet, ...rest } = head;
  if (!holds.project) lost.add('project names', project === undefined ? 0 : 1);
  if (!holds.entities) lost.add('entities of the cast', entities?.length ?? 0);
  if (!holds.tagSet) lost.add('definitions of tags', tagSet?.tags.length ?? 0);
  return {
    ...rest,
    ...(holds.project && project !== undefined && { project }),
    ...(holds.annotators && annotators !== undefined && { annotators }),
    ...(holds.entities && entities !== undefined && { entities }),
    ...(tagSet !== undefined &&
      (holds.tagSet || holds.inventory) && { tagSet: reducedTagSet(tagSet, holds) }),
  };
}

function reducedTagSet(tagSet: TagSet, holds: Holdings): TagSet {
  if (holds.tagSet) return tagSet;
  return {
    tags: tagSet.tags.map(({ id }) => ({ id, name: id })),
    relationTypes: tagSet.relationTypes?.map(({ id, from, to }) => ({ id, from, to })),
  };
}

/** The part of an article that a format holds; what goes is counted. */
export function reduceArticle(
  article: DatasetArticle,
  holds: Holdings,
  lost: LossCount = new LossCount(),
): DatasetArticle {
  if (holds === everything) return article;
  if (!holds.controls) article = withoutControls(article, lost);
  if (!holds.texts) {
    lost.add('texts of articles', 1);
    article = holds.unlocated ? withAttributionsAlone(article, lost) : withLocatedAlone(article, lost);
  }
  const { id, text, title, direction, versionOf, createdAt, updatedAt, trashedAt } = article;
  if (!holds.exactText) lost.add('texts whose white space changes', 1);
  if (!holds.titles && title !== undefined) lost.add('titles', 1);
  const spans = reducedSpans(article, holds, lost);
  const kept = new Set(spans.map((span) => span.id));
  return {
    id,
    ...(holds.titles && title !== undefined && { title }),
    ...(holds.ids && { direction, versionOf }),
    ...(holds.history && { createdAt, updatedAt, trashedAt }),
    ...reducedFacts(article, holds, lost),
    text,
    spans,
    relations: reducedRelations(article.relations ?? [], kept, holds, lost),
  };
}

/** What of the articles’ parts a format loses, for those who only want the count. */
export function lossesOf(head: DatasetHead, articles: Iterable<DatasetArticle>, holds: Holdings): Loss[] {
  const lost = new LossCount();
  reduceHead(head, holds, lost);
  for (const article of articles) reduceArticle(article, holds, lost);
  return lost.losses();
}

/** What XML 1.0 forbids, section 2.2, beside lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** The value with U+FFFD for each control character of its texts; keys stay. */
function withoutControls<Value>(value: Value, lost: LossCount): Value;
function withoutControls(value: unknown, lost: LossCount): unknown {
  if (typeof value === 'string') {
    const found = value.match(controls);
    lost.add('control characters (each becomes U+FFFD)', found?.length ?? 0);
    return found === null ? value : value.replace(controls, '\ufffd');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => withoutControls(item, lost));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutControls(item, lost)]));
}

function withAttributionsAlone(article: DatasetArticle, lost: LossCount): DatasetArticle {
  const { spans, relations } = attributionsIn(article);
  lost.add('spans that belong to no claim', (article.spans?.length ?? 0) - spans.length);
  lost.add('relations', (article.relations?.length ?? 0) - relations.length);
  return { ...article, spans: [...spans], relations: [...relations] };
}

function withLocatedAlone(article: DatasetArticle, lost: LossCount): DatasetArticle {
  const { spans, relations } = locatedIn(article);
  lost.add('spans that are not on the map', (article.spans?.length ?? 0) - spans.length);
  lost.add('relations', (article.relations?.length ?? 0) - relations.length);
  return { ...article, spans: [...spans], relations: [...relations] };
}

function reducedFacts(article: DatasetArticle, holds: Holdings, lost: LossCount): Partial<DatasetArticle> {
  const { metadata = {}, source, blocks, state, note, labels, position, refused } = article;
  const fields = Object.entries(metadata);
  const held = fields.filter(([key, value]) => isHeld(holds.metadata, key, value));
  lost.add('fields of metadata', fields.length - held.length);
  if (!holds.sources) lost.add('records of source files', source?.fileName ? 1 : 0);
  if (!holds.blocks && blocks !== undefined && !areDerived(article))
    lost.add('texts’ headings and blocks', 1);
  if (!holds.articleWork) {
    lost.add('states of articles', state === undefined || state === 'todo' ? 0 : 1);
    lost.add('notes on articles', note ? 1 : 0);
    lost.add('labels of articles', labels?.length ?? 0);
  }
  if (!holds.refusals) lost.add('refused suggestions', refused?.length ?? 0);
  return {
    ...(holds.sources && source !== undefined && { source }),
    ...(holds.metadata !== false && { metadata: Object.fromEntries(held) }),
    ...(holds.blocks && blocks !== undefined && { blocks }),
    ...(holds.articleWork && { state, note, labels, position }),
    ...(holds.refusals && { refused }),
  };
}

function areDerived({ text, blocks = [] }: DatasetArticle): boolean {
  const derived = deriveBlocks(text);
  if (derived.length !== blocks.length) return false;
  const map = CodePointMap.of(text);
  return derived.every(({ kind, start, end }, i) => {
    const block = blocks[i];
    return (
      block?.kind === kind &&
      block.start === map.toCodePoint(start) &&
      block.end === map.toCodePoint(end) &&
      Object.keys(placeOf(block)).length === 0
    );
  });
}

function reducedSpans(article: DatasetArticle, holds: Holdings, lost: LossCount): DatasetSpan[] {
  let spans = [...(article.spans ?? [])];
  if (!holds.fragments) {
    lost.add('discontinuous spans (each fragment becomes a span)', spans.filter(isDiscontinuous).length);
    spans = spans.flatMap((span) => split(span, article.text));
  }
  if (!holds.outerSpace) spans = trimSpans(spans, article.text, lost);
  if (!holds.nesting || !holds.crossing) spans = apart(spans, holds, lost);
  return spans.map((span) => reducedSpan(span, holds, lost));
}

function reducedSpan(span: DatasetSpan, holds: Holdings, lost: LossCount): DatasetSpan {
  const { id, tag, start, end, text, fragments, note, flagged, annotator, origin, createdAt, updatedAt } =
    span;
  if (!holds.notes) lost.add('notes', note ? 1 : 0);
  if (!holds.flags) lost.add('flags', flagged ? 1 : 0);
  if (!holds.annotators) lost.add('names of annotators', annotator === undefined ? 0 : 1);
  if (!holds.history) lost.add('origins and times', createdAt === undefined ? 0 : 1);
  return {
    id,
    tag,
    start,
    end,
    text,
    ...(fragments !== undefined && fragments.length > 1 && { fragments }),
    attributes: reducedAttributes(span.attributes ?? {}, holds.attributes, 'attributes', lost),
    ...(holds.notes && { note: note ?? '' }),
    ...(holds.flags && { flagged: flagged ?? false }),
    ...(holds.annotators && annotator !== undefined && { annotator }),
    ...(holds.history && { origin, createdAt, updatedAt }),
  };
}

function reducedRelations(
  relations: readonly DatasetRelation[],
  kept: ReadonlySet<string>,
  holds: Holdings,
  lost: LossCount,
): DatasetRelation[] {
  const there = holds.relations ? relations.filter(({ from, to }) => kept.has(from) && kept.has(to)) : [];
  lost.add('relations', relations.length - there.length);
  return there.map(({ id, type, from, to, attributes = {}, annotator, origin, createdAt, updatedAt }) => ({
    id,
    type,
    from,
    to,
    attributes: reducedAttributes(attributes, holds.relationAttributes, 'attributes of relations', lost),
    ...(holds.annotators && annotator !== undefined && { annotator }),
    ...(holds.history && { origin, createdAt, updatedAt }),
  }));
}

function reducedAttributes(
  attributes: Attributes,
  held: Holdings['attributes'],
  kind: LossKind,
  lost: LossCount,
): Attributes {
  if (held === true) return attributes;
  const entries = Object.entries(attributes);
  const there = entries.filter(([id, value]) => isHeld(held, id, value));
  lost.add(kind, entries.length - there.length);
  return Object.fromEntries(there);
}

function isHeld<Value>(
  held: boolean | ((key: string, value: Value) => boolean),
  key: string,
  value: Value,
): boolean {
  return typeof held === 'boolean' ? held : held(key, value);
}

function isDiscontinuous({ fragments = [] }: DatasetSpan): boolean {
  return fragments.length > 1;
}

/** A span a fragment. The first has the id of the whole, so that relations still find it. */
function split(span: DatasetSpan, text: string): DatasetSpan[] {
  if (!isDiscontinuous(span)) return [span];
  const map = CodePointMap.of(text);
  const { fragments = [], ...whole } = span;
  return fragments.map(({ start, end }, i) => ({
    ...whole,
    id: i === 0 ? whole.id : `${whole.id}/${i + 1}`,
    start,
    end,
    text: text.slice(map.toUtf16(start), map.toUtf16(end)),
  }));
}

/** The spans without those that stand in one before them in a way that is not held. */
function apart(spans: readonly DatasetSpan[], holds: Holdings, lost: LossCount): DatasetSpan[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = new Set<DatasetSpan>();
  let open: DatasetSpan[] = [];
  for (const span of inOrder) {
    open = open.filter(({ end }) => end > span.start);
    const crosses = open.some(({ start, end }) => start < span.start && end < span.end);
    const nests = open.some(({ end }) => end >= span.end);
    if (crosses && !holds.crossing) lost.add('crossing spans', 1);
    else if (nests && !holds.nesting) lost.add('nested spans', 1);
    else {
      kept.add(span);
      open.push(span);
    }
  }
  return spans.filter((span) => kept.has(span));
}
