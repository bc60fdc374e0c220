import { type Result, success } from '../../model/result.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { decodeXml } from '../../xml/decode-xml.ts';
import { xmlId } from '../../xml/read-xml.ts';
import type { XmlFault } from '../../xml/xml-fault.ts';
import {
  childElement,
  childElements,
  descendants,
  textContent,
  type XmlElement,
  xmlTree,
} from '../../xml/xml-tree.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import { datasetArticleSchema } from '../dataset-schema.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { parseItem } from '../json-item.ts';
import { ownData, ownTarget } from '../own-instruction.ts';
import { foreignText } from './foreign-text.ts';
import { readAnnotations } from './read-annotations.ts';
import { Definitions, headerFacts, isOwnDocument, ownMetadata } from './read-header.ts';
import { ownText, type TeiText } from './tei-text.ts';

/** Reads a TEI document or corpus as a dataset: an article for each text. Parts of a document by themselves are read as one. */
export function readTei({ name, bytes }: SourceFile): Result<DatasetReading, FormatFailure> {
  const tree = treeOf(bytes);
  if (!tree.ok) {
    const { reason, line } = tree.reason;
    return unreadable('damaged', `“${name}” cannot be read: in line ${line}, ${reason}.`, line);
  }
  const root = tree.value;
  const draft = new DatasetDraft();
  const definitions = new Definitions(draft);
  const isOwn = isOwnDocument(root);
  if (isOwn) draft.statesTagSet();
  const documents = documentsIn(root);
  definitions.read(root, isOwn);
  for (const document of documents) if (document !== root) definitions.read(document, isOwn);
  const base = name.replace(/^.*\//, '').replace(/\.[^.]*$/, '') || name;
  let count = 0;
  for (const [i, document] of documents.entries()) {
    const id = document.attributes.get(xmlId) ?? (documents.length > 1 ? `${base}/${i + 1}` : base);
    if (addArticle(document, id, isOwn, definitions, draft)) count++;
  }
  if (count === 0 && !isOwn)
    return unreadable('empty', `“${name}” holds no text: there is nothing in it to tag.`);
  return success(draft.reading());
}

function treeOf(bytes: Uint8Array): Result<XmlElement, XmlFault> {
  const decoded = decodeXml(bytes);
  return decoded.ok ? xmlTree(decoded.value.text, { instructions: ownTarget }) : decoded;
}

/** The documents of a corpus, corpora within it included; the root itself where it is none. */
function documentsIn(root: XmlElement): XmlElement[] {
  if (root.local !== 'teiCorpus') return [root];
  return childElements(root).flatMap((child) =>
    child.local === 'TEI' || child.local === 'teiCorpus' ? documentsIn(child) : [],
  );
}

/** @returns false where there is no text */
function addArticle(
  document: XmlElement,
  id: string,
  isOwn: boolean,
  definitions: Definitions,
  draft: DatasetDraft,
): boolean {
  const header = childElement(document, 'teiHeader');
  const text = textOf(document, isOwn);
  if (!isOwn && text.text === '') {
    const reason = 'it holds no text';
    draft.fault({ effect: 'refused', item: 'article', id, line: document.line, reason });
    return false;
  }
  for (const [name, count] of text.leftOut) for (let i = 0; i < count; i++) draft.unknown(name);
  const facts = isOwn && header !== undefined ? ownFacts(header) : headerFacts(header);
  const articleId = String(('id' in facts ? facts.id : undefined) ?? id);
  const annotations = readAnnotations(articleId, document, text, isOwn, definitions, draft);
  const {
    blocks = blocksOf(text, isOwn),
    title,
    ...rest
  } = { blocks: undefined, title: undefined, ...facts };
  const record = {
    id,
    ...rest,
    ...(typeof title === 'string' && { title }),
    text: text.text,
    ...(blocks !== null && { blocks }),
    spans: annotations.spans,
    relations: annotations.relations,
  };
  const article = parseItem(datasetArticleSchema, record);
  if (!article.ok) {
    draft.fault({
      effect: 'refused',
      item: 'article',
      id: id.slice(0, 80),
      line: document.line,
      reason: article.reason,
    });
    return false;
  }
  draft.article(article.value, {
    article: document.line,
    spans: annotations.spanLines,
    relations: annotations.relationLines,
  });
  return true;
}

function textOf(document: XmlElement, isOwn: boolean): TeiText {
  // Also where the names of elements are translated, as TEI allows.
  const text = childElements(document).find(({ local }) => local.toLowerCase() === 'text');
  const body = text === undefined ? undefined : childElement(text, 'body');
  if (isOwn && body !== undefined) return ownText(body);
  return foreignText(text ?? document);
}

function ownFacts(header: XmlElement) {
  const title = [...descendants(header, 'title')][0];
  return {
    ...headerFacts(undefined),
    title: title === undefined ? '' : textContent(title),
    ...ownData(header),
    metadata: ownMetadata(header),
  };
}

function blocksOf(text: TeiText, isOwn: boolean) {
  const map = CodePointMap.of(text.text);
  return text.blocks.map(({ kind, start, end, page, element }) => ({
    kind,
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
    ...(page !== undefined && { page }),
    ...(isOwn ? ownData(element) : {}),
  }));
}
