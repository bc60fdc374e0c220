import { wordForXml } from '../../xml/xml-words.ts';
import type { XmlWriter } from '../../xml/xml-writer.ts';
import type { DatasetArticle, DatasetEntity, DatasetHead } from '../dataset-schema.ts';
import { writeOwnData } from '../own-instruction.ts';
import type { IdKind, XmlIds } from './xml-ids.ts';

/** What a document’s header is about: the project, one article, or both where the article is alone. */
export interface HeaderSubject {
  readonly head?: DatasetHead;
  readonly article?: DatasetArticle;
}

/** How our documents say that they are, in `appInfo`. */
export const application = 'Ascribe';

/** Writes `<teiHeader>`: annotators as `respStmt`, tags and relation types as taxonomies, the cast as `listPerson`, metadata as notes on the source. */
export function writeHeader(writer: XmlWriter, { head, article }: HeaderSubject, ids: XmlIds): void {
  writer.open('teiHeader').open('fileDesc').open('titleStmt');
  writer.element('title', {}, article === undefined ? (head?.project?.name ?? '') : (article.title ?? ''));
  for (const annotator of head?.annotators ?? []) {
    const id = ids.of('annotator', annotator.id);
    writer.open('respStmt', { 'xml:id': id });
    writeOwnData(writer, { id: annotator.id }, id === annotator.id ? ['id'] : []);
    writer.element('resp', {}, 'annotation').element('name', {}, annotator.name).close();
  }
  writer.close().open('publicationStmt').element('p', {}, 'Written by Ascribe.').close();
  writer.open('sourceDesc');
  writeSource(writer, article?.metadata);
  writer.close().close();
  if (head !== undefined) writeProject(writer, head, ids);
  if (article !== undefined) writeFacts(writer, article, ids);
  writer.close();
}

function writeSource(writer: XmlWriter, metadata: DatasetArticle['metadata'] = {}): void {
  const fields = Object.entries(metadata);
  if (fields.length === 0) {
    writer.element('p', {}, 'No source is named.');
    return;
  }
  writer.open('bibl');
  for (const [name, value] of fields)
    writer.element('note', { type: 'metadata', n: wordForXml(name) }, value);
  writer.close();
}

function writeProject(writer: XmlWriter, head: DatasetHead, ids: XmlIds): void {
  const { project, entities = [], tagSet } = head;
  writer.open('encodingDesc');
  writer.open('appInfo').open('application', { ident: application, version: '1.0' });
  writeOwnData(writer, { project: project ?? null }, []);
  writer.element('label', {}, application).close().close();
  const tags = tagSet?.tags ?? [];
  const types = tagSet?.relationTypes ?? [];
  if (tags.length + types.length > 0) {
    writer.open('classDecl');
    writeTaxonomy(writer, 'tags', 'tag', tags, ids);
    writeTaxonomy(writer, 'relations', 'type', types, ids);
    writer.close();
  }
  writer.close();
  if (entities.length === 0) return;
  writer.open('profileDesc').open('particDesc').open('listPerson');
  for (const entity of entities) writeEntity(writer, entity, ids);
  writer.close().close().close();
}

function writeTaxonomy(
  writer: XmlWriter,
  name: string,
  kind: IdKind,
  categories: readonly {
    readonly id: string;
    readonly name?: string | undefined;
    readonly guideline?: unknown;
  }[],
  ids: XmlIds,
): void {
  if (categories.length === 0) return;
  writer.open('taxonomy', { n: name });
  for (const category of categories) {
    const id = ids.of(kind, category.id);
    const { guideline } = category;
    const isGuided = typeof guideline === 'string' && guideline !== '';
    writer.open('category', { 'xml:id': id });
    const conveyed = [
      ...(category.name ? ['name'] : []),
      ...(isGuided ? ['guideline'] : []),
      ...(id === category.id ? ['id'] : []),
    ];
    writeOwnData(writer, category, conveyed);
    if (category.name) writer.element('gloss', {}, category.name);
    if (isGuided) writer.element('desc', {}, guideline);
    writer.close();
  }
  writer.close();
}

const entityElements = {
  person: ['person', 'persName'],
  organisation: ['org', 'orgName'],
  other: ['personGrp', 'persName'],
} as const;

function writeEntity(writer: XmlWriter, entity: DatasetEntity, ids: XmlIds): void {
  const { id: own, kind, name, role, aliases, note } = entity;
  const id = ids.of('cast', own);
  const [element, nameElement] = entityElements[kind ?? 'person'];
  writer.open(element, { 'xml:id': id });
  const conveyed = [
    'name',
    ...(kind === undefined ? [] : ['kind']),
    ...(role ? ['role'] : []),
    ...(aliases?.length ? ['aliases'] : []),
    ...(note ? ['note'] : []),
    ...(id === own ? ['id'] : []),
  ];
  writeOwnData(writer, { ...entity, ...(kind === undefined && { kind: null }) }, conveyed);
  writer.element(nameElement, {}, name);
  for (const alias of aliases ?? []) writer.element(nameElement, { type: 'alias' }, alias);
  if (role) writer.element(element === 'org' ? 'desc' : 'occupation', {}, role);
  if (note) writer.element('note', {}, note);
  writer.close();
}

/** What TEI has no place for, and labels for others to see. */
function writeFacts(writer: XmlWriter, article: DatasetArticle, ids: XmlIds): void {
  const { id, title, labels = [], blocks } = article;
  const facts = {
    ...article,
    ...(title === undefined && { title: null }),
    ...(blocks === undefined && { blocks: null }),
  };
  const kept = [
    'text',
    'spans',
    'relations',
    'metadata',
    ...(title === undefined ? [] : ['title']),
    ...(blocks === undefined ? [] : ['blocks']),
  ];
  writeOwnData(writer, facts, [...kept, ...(ids.of('article', id) === id ? ['id'] : [])]);
  if (labels.length === 0) return;
  writer.open('profileDesc').open('textClass').open('keywords');
  for (const label of labels) writer.element('term', {}, label);
  writer.close().close().close();
}
