import type { DatasetDraft } from '../dataset-draft.ts';
import { type Cas, type FeatureStructure, targetsOf } from './cas.ts';
import { layerContent, layerKind } from './foreign-layers.ts';
import { shortName } from './type-system.ts';
import type { ViewItems } from './view-items.ts';

/**
 * Adds the annotations of other programs’ types as spans and relations. Of tokens and sentences only those come in that a relation or link has as an end, tagged
 * with the name of their type; what has no place here is counted.
 */
export function readForeignItems(
  cas: Cas,
  structures: readonly FeatureStructure[],
  annotator: string | undefined,
  items: ViewItems,
  draft: DatasetDraft,
): void {
  const kinds = structures.map((structure) => [structure, layerKind(cas, structure)] as const);
  const by = annotator === undefined ? {} : { annotator };
  for (const [structure, kind] of kinds) {
    if (kind === 'passedOver') draft.unknown(structure.type);
    if (kind === 'span') addSpan(structure);
  }
  for (const [structure, kind] of kinds) {
    if (kind === 'relation') addRelation(structure);
    if (kind === 'span') addLinks(structure);
  }

  function addSpan(structure: FeatureStructure): void {
    const { label, attributes, unknown } = layerContent(cas, structure);
    items.addSpan(structure, { id: String(structure.id), tag: label, attributes, ...by });
    for (const feature of unknown) draft.unknown(`${structure.type}.${feature}`);
  }

  function addRelation(structure: FeatureStructure): void {
    const { label, attributes, unknown, links } = layerContent(cas, structure);
    const [from] = targetsOf(cas, structure.features.get('Governor'));
    const [to] = targetsOf(cas, structure.features.get('Dependent'));
    addEnd(from);
    addEnd(to);
    items.addRelation(structure, { id: String(structure.id), type: label, attributes, ...by }, from, to);
    for (const feature of [...unknown, ...links.map((link) => link.feature)]) {
      draft.unknown(`${structure.type}.${feature}`);
    }
  }

  function addLinks(structure: FeatureStructure): void {
    for (const [i, { type, feature, target, attributes }] of layerContent(cas, structure).links.entries()) {
      addEnd(target);
      const id = `${structure.id}/${feature}/${i + 1}`;
      items.addRelation(structure, { id, type, attributes, ...by }, structure, target);
    }
  }

  /** Makes a span of what a relation links and what is none by itself. */
  function addEnd(end: FeatureStructure | undefined): void {
    if (end === undefined || items.has(end) || !end.features.has('begin')) return;
    items.addSpan(end, { id: String(end.id), tag: shortName(end.type), attributes: {}, ...by });
  }
}
