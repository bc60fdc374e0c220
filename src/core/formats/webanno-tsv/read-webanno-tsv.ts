import { type Result, success } from '../../model/result.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import type { DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { decodedText } from '../decoded-text.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { type Line, linesOf } from '../text-lines.ts';
import { type Annotation, LayerAnnotations, type RelationAnnotation } from './layer-annotations.ts';
import { contentOf, featuresOf, labelFeatureOf } from './layer-content.ts';
import { slotRelation } from './slots.ts';
import { type Body, readBody } from './tsv-body.ts';
import { chainLabel, chainLink, type Layer, nextInChain, readLayer } from './tsv-header.ts';

/** Reads a file of WebAnno TSV 3. */
export function readWebannoTsv({ name, bytes }: SourceFile): Result<DatasetReading, FormatFailure> {
  const decoded = decodedText(bytes);
  if (!decoded.ok)
    return unreadable('not-text', `“${name}” cannot be read. ${decoded.reason} Save it as UTF-8 text.`);
  const text = decoded.value.replace(/^\ufeff/, '');
  const version = /^#FORMAT=WebAnno TSV 3(?:\.(\d+))?\s/.exec(text);
  if (version === null)
    return unreadable(
      'not-a-dataset',
      `“${name}” does not begin with “#FORMAT=WebAnno TSV 3”. Export it from INCEpTION as WebAnno TSV 3.3.`,
    );
  const fileName = name.slice(name.lastIndexOf('/') + 1);
  return success(new FileReading(fileName).read([...linesOf(text)], Number(version[1] ?? 0)));
}

class FileReading {
  readonly #draft = new DatasetDraft();
  readonly #fileName: string;
  readonly #article: string;
  readonly #spans = new Map<Annotation, DatasetSpan>();
  readonly #spanLines: number[] = [];
  readonly #relations: DatasetRelation[] = [];
  readonly #relationLines: number[] = [];

  constructor(fileName: string) {
    this.#fileName = fileName;
    this.#article = fileName.replace(/\.tsv$/i, '') || fileName;
  }

  read(lines: readonly Line[], minorVersion: number): DatasetReading {
    const begin = lines.findIndex(({ text }) => /^(#Text=|#Sentence\.id=|#Ascribe\.|\d+-\d)/.test(text));
    const head = lines.slice(1, begin === -1 ? lines.length : begin);
    const layers = this.#layers(head);
    const body = this.#body(begin === -1 ? [] : lines.slice(begin), minorVersion);
    const found = new LayerAnnotations(layers, (line, reason) => this.#fault(line, reason, 'mended'));
    for (const unit of body.units) found.read(unit);
    const map = CodePointMap.of(body.text);
    for (const relation of found.relations) this.#ends(found, relation);
    for (const annotation of found.annotations)
      for (const link of annotation.links) found.find(link.target, link.targetType);
    for (const annotation of found.annotations) this.#addSpan(annotation, body.text, map);
    for (const relation of found.relations) this.#addRelation(found, relation);
    for (const annotation of found.annotations) this.#addSlots(found, annotation);
    this.#addChains(found);
    this.#draft.article(
      {
        id: this.#article,
        source: { fileName: this.#fileName },
        metadata: this.#metadata(head),
        text: body.text,
        spans: [...this.#spans.values()],
        relations: this.#relations,
      },
      { spans: this.#spanLines, relations: this.#relationLines },
    );
    return this.#draft.reading();
  }

  #layers(head: readonly Line[]): readonly Layer[] {
    const layers: Layer[] = [];
    let index = 0;
    for (const { text } of head) {
      const layer = readLayer(text, index);
      if (layer === undefined) continue;
      layers.push(layer);
      index += layer.columns.length;
    }
    return layers;
  }

  /** What other programs say of the document in lines like `#Summary1=…`. */
  #metadata(head: readonly Line[]): Record<string, string> {
    const said = head.flatMap(({ text }): [string, string][] => {
      const [, key, value] = /^#([^=]+)=(.*)$/.exec(text) ?? [];
      return key === undefined || value === undefined || key.startsWith('T_') || key === '__proto__'
        ? []
        : [[key, value]];
    });
    return Object.fromEntries(said);
  }

  /** Reads what offsets count by where the tokens are what the text reads. */
  #body(lines: readonly Line[], minorVersion: number): Body {
    const units = readBody(lines, minorVersion, 'utf16');
    const points = units.misread > 0 ? readBody(lines, minorVersion, 'codePoint') : units;
    const body = points.misread < units.misread ? points : units;
    if (body !== units)
      this.#draft.fault({
        effect: 'mended',
        item: 'article',
        id: this.#article,
        reason: 'its offsets count code points, not UTF-16 units as WebAnno’s do; they were read as such',
      });
    for (const { line, reason, isRefused } of body.faults)
      this.#fault(line, reason, isRefused ? 'refused' : 'mended');
    for (const key of body.unknown) this.#draft.unknown(`comments.${key}`);
    return body;
  }

  #addSpan(annotation: Annotation, text: string, map: CodePointMap): void {
    const { layer, type, start, end, line, features } = annotation;
    if (start === end) {
      this.#fault(line, `the ${type} at ${start} is empty; spans hold one character at least`, 'refused');
      return;
    }
    const label = layer?.kind === 'chain' ? chainLabel : layer && labelFeatureOf(featuresOf(layer));
    const content = contentOf('span', type, features, label);
    for (const feature of content.unknown) this.#draft.unknown(`${type}.${feature}`);
    this.#spanLines.push(line);
    this.#spans.set(annotation, {
      id: `s${this.#spans.size + 1}`,
      tag: content.label,
      start: map.toCodePoint(start),
      end: map.toCodePoint(end),
      text: text.slice(start, end),
      attributes: content.attributes,
      note: content.note,
      flagged: content.flagged,
    });
  }

  /** The annotations that a relation links; a token becomes one by being asked for. */
  #ends(found: LayerAnnotations, { source, target, baseType }: RelationAnnotation) {
    return [found.find(source, baseType), found.find(target, baseType)] as const;
  }

  #addRelation(found: LayerAnnotations, relation: RelationAnnotation): void {
    const { layer, features, line, source } = relation;
    const [from, to] = this.#ends(found, relation);
    const content = contentOf('relation', layer.type, features, labelFeatureOf(featuresOf(layer)));
    for (const feature of content.unknown) this.#draft.unknown(`${layer.type}.${feature}`);
    this.#relate(content.label, content.attributes, from, to, line, source.unit);
  }

  #addSlots(found: LayerAnnotations, annotation: Annotation): void {
    for (const { feature, linkType, role, target, targetType } of annotation.links) {
      const to = found.find(target, targetType);
      const { type, attributes } = slotRelation(annotation.type, { feature, linkType, role });
      this.#relate(type, attributes, annotation, to, annotation.line, target.unit);
    }
  }

  #addChains(found: LayerAnnotations): void {
    for (const { layer, elements } of found.chains.values()) {
      const inOrder = [...elements].sort(([a], [b]) => a - b).map(([, element]) => element);
      for (const [i, { annotation, link }] of inOrder.entries()) {
        const next = inOrder[i + 1];
        if (next === undefined) continue;
        const { label, attributes } = contentOf(
          'relation',
          layer.type,
          new Map([[chainLink, link]]),
          chainLink,
          nextInChain,
        );
        this.#relate(label, attributes, annotation, next.annotation, annotation.line, '');
      }
    }
  }

  #relate(
    type: string,
    attributes: DatasetRelation['attributes'],
    from: Annotation | undefined,
    to: Annotation | undefined,
    line: number,
    place: string,
  ): void {
    const [source, target] = [from && this.#spans.get(from), to && this.#spans.get(to)];
    if (source === undefined || target === undefined) {
      const missing = place === '' ? 'an annotation' : `the annotation at ${place}`;
      this.#fault(line, `${missing} that it links is not there`, 'refused', 'relation');
      return;
    }
    this.#relationLines.push(line);
    const id = `r${this.#relations.length + 1}`;
    this.#relations.push({ id, type, from: source.id, to: target.id, attributes });
  }

  #fault(
    line: number,
    reason: string,
    effect: 'refused' | 'mended',
    item: 'span' | 'relation' = 'span',
  ): void {
    this.#draft.fault({ effect, item, id: `line ${line}`, article: this.#article, line, reason });
  }
}
