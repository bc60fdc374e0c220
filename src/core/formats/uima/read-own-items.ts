import { type DatasetBlock, datasetBlockSchema } from '../dataset-schema.ts';
import { parseItem } from '../json-item.ts';
import { type Cas, type FeatureStructure, targetsOf } from './cas.ts';
import { attributesIn, recordOf } from './own-records.ts';
import { ownType } from './own-types.ts';
import type { ViewItems } from './view-items.ts';

/** Adds the spans and relations that stand in our own types, as they were written. */
export function readOwnItems(cas: Cas, structures: readonly FeatureStructure[], items: ViewItems): void {
  for (const structure of structures) {
    if (structure.type !== ownType('Span')) continue;
    const pieces = targetsOf(cas, structure.features.get('fragments'));
    items.addSpan(structure, contentOf(cas, 'Span', structure), pieces);
  }
  for (const structure of structures) {
    if (structure.type !== ownType('Relation')) continue;
    const [from] = targetsOf(cas, structure.features.get('Governor'));
    const [to] = targetsOf(cas, structure.features.get('Dependent'));
    items.addRelation(structure, contentOf(cas, 'Relation', structure), from, to);
  }
}

function contentOf(cas: Cas, name: 'Span' | 'Relation', structure: FeatureStructure) {
  const { id, ...record } = recordOf(cas, name, structure);
  const attributes = attributesIn(cas, structure.features.get('attributes'));
  // Other programs copy annotations without an identifier.
  return { ...record, id: typeof id === 'string' ? id : `#${structure.id}`, attributes };
}

/** What our own types say of the article: undefined where there is none of them. Nothing is checked but the blocks. */
export function ownFacts(cas: Cas, structures: readonly FeatureStructure[], { places }: ViewItems) {
  const article = structures.find(({ type }) => type === ownType('Article'));
  if (article === undefined) return undefined;
  const { features } = article;
  const [source] = targetsOf(cas, features.get('source'));
  const blocks = features.has('blocks')
    ? blocksOf(cas, targetsOf(cas, features.get('blocks')), places)
    : undefined;
  return {
    ...recordOf(cas, 'Article', article),
    metadata: attributesIn(cas, features.get('metadata')),
    ...(source !== undefined && { source: recordOf(cas, 'Source', source) }),
    ...(blocks !== undefined && { blocks }),
  };
}

/** The blocks; undefined when one is none, so that they are found anew. */
function blocksOf(
  cas: Cas,
  structures: readonly FeatureStructure[],
  places: ViewItems['places'],
): DatasetBlock[] | undefined {
  const blocks: DatasetBlock[] = [];
  for (const structure of structures) {
    const place = places.of(structure);
    if (typeof place === 'string') return undefined;
    const record = { ...recordOf(cas, 'Block', structure), start: place.start, end: place.end };
    const block = parseItem(datasetBlockSchema, record);
    if (!block.ok) return undefined;
    blocks.push(block.value);
  }
  return blocks;
}
