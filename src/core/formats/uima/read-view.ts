import type { DatasetDraft } from '../dataset-draft.ts';
import { datasetArticleShellSchema } from '../dataset-schema.ts';
import { parseItem } from '../json-item.ts';
import { type Cas, type CasView, type FeatureStructure, structuresOf } from './cas.ts';
import { layerKind } from './foreign-layers.ts';
import { readForeignItems } from './read-foreign-items.ts';
import { ownFacts, readOwnItems } from './read-own-items.ts';
import { shortName } from './type-system.ts';
import { ViewItems } from './view-items.ts';

/** What a view’s article is called and who annotated it, where the view itself does not say. */
export interface ViewOrigin {
  readonly name: string;
  readonly annotator: string | undefined;
}

/** Hands the draft the article that a view is: what Ascribe wrote as it was, and other programs’ annotations as `foreign-layers.ts` has it. */
export function readView(cas: Cas, view: CasView, origin: ViewOrigin, draft: DatasetDraft): void {
  const structures = structuresOf(cas, view);
  const text = view.text ?? '';
  const document = documentFacts(cas, structures, origin.name, draft);
  const items = new ViewItems(document.id, text, draft);
  const { blocks, ...own } = ownFacts(cas, structures, items) ?? { blocks: undefined };
  const shell = parseItem(datasetArticleShellSchema, { ...document, ...own, text });
  if (!shell.ok) {
    draft.fault({ effect: 'refused', item: 'article', id: document.id.slice(0, 80), reason: shell.reason });
    return;
  }
  readOwnItems(cas, structures, items);
  readForeignItems(cas, structures, origin.annotator, items, draft);
  items.finish(blocks === undefined ? shell.value : { ...shell.value, blocks });
}

const metadataFeatures = new Set(['documentUri', 'documentBaseUri', 'collectionId']);
/** What says nothing beyond what the text itself says. */
const silentFeatures = new Set(['begin', 'end', 'isLastSegment']);

/** What the document annotations say: `documentId`, `documentTitle`, and as metadata the language and where it comes from. */
function documentFacts(cas: Cas, structures: readonly FeatureStructure[], name: string, draft: DatasetDraft) {
  const facts: { id: string; title?: string; metadata: Record<string, string> } = { id: name, metadata: {} };
  for (const structure of structures) {
    if (layerKind(cas, structure) !== 'document') continue;
    for (const [feature, value] of structure.features) {
      if (silentFeatures.has(feature) || typeof value === 'object') continue;
      const text = String(value);
      if (feature === 'documentTitle') facts.title = text;
      else if (feature === 'documentId') facts.id = text === '' ? name : text.slice(0, 256);
      else if (feature === 'language') {
        if (text !== 'x-unspecified') facts.metadata.language = text;
      } else if (metadataFeatures.has(feature)) facts.metadata[feature] = text;
      else draft.unknown(`${shortName(structure.type)}.${feature}`);
    }
  }
  return facts;
}
