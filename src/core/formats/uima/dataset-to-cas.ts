import type { Attributes } from '../../model/attribute-value.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { jsonForXml } from '../../xml/xml-escape.ts';
import { wordForXml } from '../../xml/xml-words.ts';
import type { DatasetArticle, DatasetHead } from '../dataset-schema.ts';
import { type Cas, CasReference, type CasValue, type FeatureStructure } from './cas.ts';
import {
  metadataType,
  ownType,
  ownTypes,
  type RecordFeature,
  type RecordName,
  records,
} from './own-types.ts';
import { sofaType, TypeSystem } from './type-system.ts';

/** The one view of what is written, under the name that UIMA gives the first. */
const viewName = '_InitialView';

/** An article as a CAS, with all that its dataset says before the articles: each file can be read by itself. */
export function articleCas(head: DatasetHead, article: DatasetArticle): Cas {
  return new CasBuilder(article).build(head);
}

type Features = [string, CasValue][];

class CasBuilder {
  readonly #article: DatasetArticle;
  readonly #map: CodePointMap;
  readonly #structures = new Map<number, FeatureStructure>();
  readonly #sofa: CasReference;

  constructor(article: DatasetArticle) {
    this.#article = article;
    this.#map = CodePointMap.of(article.text);
    this.#sofa = this.#add(sofaType, [
      ['sofaNum', 1],
      ['sofaID', viewName],
      ['mimeType', 'text/plain'],
      ['sofaString', article.text],
    ]);
  }

  build(head: DatasetHead): Cas {
    this.#addDocument();
    this.#addProject(head);
    const spans = new Map((this.#article.spans ?? []).map((span) => [span.id, this.#addSpan(span)]));
    for (const relation of this.#article.relations ?? []) this.#addRelation(relation, spans);
    const members = new Set(this.#structures.keys());
    members.delete(this.#sofa.id);
    return {
      types: new TypeSystem(ownTypes),
      structures: this.#structures,
      views: [{ name: viewName, sofa: this.#sofa.id, text: this.#article.text, members }],
    };
  }

  #addDocument(): void {
    const { id, title, text, blocks, source, metadata = {}, ...facts } = this.#article;
    const end = CodePointMap.of(text).length;
    this.#add(metadataType, [
      ...this.#place(0, end),
      ['language', 'x-unspecified'],
      ['documentId', id],
      ...(title === undefined ? [] : [['documentTitle', title] satisfies [string, string]]),
    ]);
    const more: Features = [['metadata', this.#addAttributes(metadata)]];
    if (blocks !== undefined) {
      more.push([
        'blocks',
        blocks.map((block) => this.#addRecord('Block', block, this.#place(block.start, block.end))),
      ]);
    }
    if (source !== undefined) more.push(['source', this.#addRecord('Source', source)]);
    this.#addRecord('Article', facts, more);
  }

  #addProject({ project, annotators, entities, tagSet }: DatasetHead): void {
    const all = (name: RecordName, items: readonly object[] = []) =>
      items.map((item) => this.#addRecord(name, item));
    this.#addRecord('Project', project ?? {}, [
      ['annotators', all('Annotator', annotators)],
      ['entities', all('Entity', entities)],
      ['tags', all('Tag', tagSet?.tags)],
      ['relationTypes', all('RelationType', tagSet?.relationTypes)],
    ]);
  }

  #addSpan(span: NonNullable<DatasetArticle['spans']>[number]): CasReference {
    const { start, end, fragments = [], attributes = {} } = span;
    const pieces = fragments.length < 2 ? [] : fragments;
    return this.#addRecord('Span', span, [
      ...this.#place(start, end),
      ['attributes', this.#addAttributes(attributes)],
      ['fragments', pieces.map((piece) => this.#addFragment(piece))],
    ]);
  }

  #addFragment({ start, end }: { readonly start: number; readonly end: number }): CasReference {
    return this.#add(ownType('Fragment'), this.#place(start, end));
  }

  #addRelation(
    relation: NonNullable<DatasetArticle['relations']>[number],
    spans: ReadonlyMap<string, CasReference>,
  ): void {
    const from = spans.get(relation.from);
    const to = spans.get(relation.to);
    if (from === undefined || to === undefined) throw new Error('a relation links spans of its article');
    const target = this.#structures.get(to.id)?.features;
    this.#addRecord('Relation', relation, [
      // As INCEpTION does: a relation stands where its target stands.
      ['sofa', this.#sofa],
      ['begin', target?.get('begin') ?? 0],
      ['end', target?.get('end') ?? 0],
      ['Governor', from],
      ['Dependent', to],
      ['attributes', this.#addAttributes(relation.attributes ?? {})],
    ]);
  }

  #addAttributes(attributes: Attributes): CasReference[] {
    return Object.entries(attributes).map(([name, value]) => {
      const isText = typeof value === 'string';
      return this.#addRecord('Attribute', {
        name,
        kind: isText ? 'text' : 'json',
        value: isText ? value : jsonForXml(value),
      });
    });
  }

  /** @param start code points, as `end`; what is written are UTF-16 units */
  #place(start: number, end: number): Features {
    return [
      ['sofa', this.#sofa],
      ['begin', this.#map.toUtf16(start)],
      ['end', this.#map.toUtf16(end)],
    ];
  }

  #addRecord(name: RecordName, record: object, more: Features = []): CasReference {
    const members = new Map(Object.entries(record));
    const features = records[name].flatMap((feature: RecordFeature): Features => {
      const value = featureValue(feature, members.get(feature.key));
      return value === undefined ? [] : [[feature.name, value]];
    });
    // Without blocks they would be found anew; of other things none and an empty list are the same.
    const there = more.filter(
      ([key, value]) => key === 'blocks' || !Array.isArray(value) || value.length > 0,
    );
    return this.#add(ownType(name), [...there, ...features]);
  }

  #add(type: string, features: Features): CasReference {
    const id = this.#structures.size + 1;
    this.#structures.set(id, { id, type, features: new Map(features) });
    return new CasReference(id);
  }
}

function featureValue({ kind }: RecordFeature, value: unknown): CasValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (kind === 'json' || kind === 'number') return jsonForXml(value);
  if (kind === 'word') return wordForXml(String(value));
  if (kind === 'texts') return Array.isArray(value) ? value.map(String) : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
