import { count } from '../../text/number-words.ts';
import type { Unit } from './tsv-body.ts';
import { splitCell, splitSuffix, unescapeValue } from './tsv-escapes.ts';
import { anyType, type Column, chainLabel, type Layer } from './tsv-header.ts';

/** A place that another annotation is referred to by: the row where it begins, and its number where that does not tell. */
export interface Reference {
  readonly unit: string;
  /** `0` where none is needed. */
  readonly id: string;
}

export interface SlotLink {
  readonly feature: string;
  readonly linkType: string;
  readonly role: string | undefined;
  readonly target: Reference;
  readonly targetType: string;
}

/** An annotation as the rows give it. Offsets are UTF-16 units of the article’s text. */
export interface Annotation {
  /** Undefined of a token that only a relation made one. */
  readonly layer: Layer | undefined;
  readonly type: string;
  readonly start: number;
  end: number;
  readonly line: number;
  /** Feature → value; undefined where it has none. */
  readonly features: Map<string, string | undefined>;
  readonly links: SlotLink[];
}

export interface RelationAnnotation {
  readonly layer: Layer;
  readonly features: ReadonlyMap<string, string | undefined>;
  readonly source: Reference;
  readonly target: Reference;
  /** Of the layer that it links. */
  readonly baseType: string;
  readonly line: number;
}

/** A list of annotations of which each leads to the next; `links` says as what. */
export interface Chain {
  readonly layer: Layer;
  readonly elements: Map<number, { readonly annotation: Annotation; link: string | undefined }>;
}

/** Makes annotations of rows, and finds those that others refer to. */
export class LayerAnnotations {
  readonly annotations: Annotation[] = [];
  readonly relations: RelationAnnotation[] = [];
  readonly chains = new Map<string, Chain>();
  readonly #layers: readonly Layer[];
  readonly #report: (line: number, reason: string) => void;
  readonly #byId = new Map<string, Annotation>();
  /** Row → the annotations on it. */
  readonly #onUnit = new Map<string, Annotation[]>();
  readonly #units = new Map<string, Unit>();
  /** Annotations → the columns of theirs whose slots were read. */
  readonly #filled = new Map<Annotation, Set<number>>();

  constructor(layers: readonly Layer[], report: (line: number, reason: string) => void) {
    this.#layers = layers;
    this.#report = report;
  }

  read(unit: Unit): void {
    this.#units.set(unit.id, unit);
    for (const layer of this.#layers) {
      if (layer.kind === 'relation') this.#readRelations(layer, unit);
      else if (layer.kind === 'chain') this.#readChain(layer, unit);
      else this.#readSpans(layer, unit);
    }
  }

  /** The annotation that is referred to; a token where the type is one that the file has no layer of. */
  find({ unit, id }: Reference, type: string): Annotation | undefined {
    if (id !== '0') return this.#byId.get(id);
    const here = this.#onUnit.get(unit) ?? [];
    const found = here.find((annotation) => type === anyType || annotation.type === type);
    if (found !== undefined || type === anyType || this.#layers.some((layer) => layer.type === type))
      return found;
    const row = this.#units.get(unit);
    return row && this.#create(undefined, type, row);
  }

  #readSpans(layer: Layer, unit: Unit): void {
    const stack: Annotation[] = [];
    for (const column of layer.columns) {
      for (const [i, written] of valuesIn(unit, column).entries()) {
        const { value, suffix } =
          column.kind === 'target' ? { value: written, suffix: undefined } : splitSuffix(written);
        const annotation = this.#spanAt(layer, unit, stack[i], suffix);
        stack[i] ??= annotation;
        if (column.kind === 'feature') this.#setFeature(annotation, column.feature, value, unit);
        else if (column.kind === 'role') annotation.features.set(roleKey(column.feature), value);
        else if (column.kind === 'target') this.#readSlots(annotation, column, value, layer, unit);
      }
    }
  }

  /** The annotation that a value is of: known by its number, else by its place among those that are stacked on the row. */
  #spanAt(layer: Layer, unit: Unit, stacked: Annotation | undefined, id: string | undefined): Annotation {
    const known = id === undefined ? stacked : this.#byId.get(id);
    if (known !== undefined && known.layer === layer) {
      this.#extend(known, unit);
      return known;
    }
    const annotation = this.#create(layer, layer.type, unit);
    if (id !== undefined) this.#byId.set(id, annotation);
    return annotation;
  }

  #create(layer: Layer | undefined, type: string, unit: Unit): Annotation {
    const { start, end, line } = unit;
    const annotation: Annotation = { layer, type, start, end, line, features: new Map(), links: [] };
    this.annotations.push(annotation);
    this.#put(unit.id, annotation);
    return annotation;
  }

  #extend(annotation: Annotation, unit: Unit): void {
    if (unit.end > annotation.end) annotation.end = unit.end;
    if (this.#onUnit.get(unit.id)?.includes(annotation) !== true) this.#put(unit.id, annotation);
  }

  #put(unit: string, annotation: Annotation): void {
    const here = this.#onUnit.get(unit);
    if (here === undefined) this.#onUnit.set(unit, [annotation]);
    else here.push(annotation);
  }

  #setFeature(annotation: Annotation, feature: string, value: string, unit: Unit): void {
    const meant = value === '*' ? undefined : unescapeValue(value);
    const known = annotation.features.get(feature);
    if (known !== undefined && meant !== undefined && known !== meant)
      this.#report(
        unit.line,
        `its ${feature} is “${meant.slice(0, 40)}”, but “${known.slice(0, 40)}” on a row before`,
      );
    else annotation.features.set(feature, meant ?? known);
  }

  /** Each row that the annotation is on repeats its slots; those of the first count. */
  #readSlots(
    annotation: Annotation,
    { feature, type, index }: Column & { readonly kind: 'target' },
    value: string,
    layer: Layer,
    unit: Unit,
  ): void {
    const roles = annotation.features.get(roleKey(feature)) ?? '_';
    annotation.features.delete(roleKey(feature));
    const filled = this.#filled.get(annotation) ?? new Set();
    if (value === '*' || value === '_' || roles === '_' || filled.has(index)) return;
    this.#filled.set(annotation, filled.add(index));
    const named = splitCell(roles, ';');
    const targets = splitCell(value, ';');
    if (named.length !== targets.length)
      this.#report(
        unit.line,
        `${feature} has ${count(named.length, 'role')}, but ${count(targets.length, 'annotation')} to fill them`,
      );
    const role = layer.columns.find((column) => column.kind === 'role' && column.feature === feature);
    for (const [i, target] of targets.entries()) {
      const written = named[i] ?? '*';
      const { value: place, suffix = '0' } = splitSuffix(target);
      annotation.links.push({
        feature,
        linkType: role?.kind === 'role' ? role.linkType : '',
        role: written === '*' ? undefined : unescapeValue(written),
        target: { unit: place, id: suffix },
        targetType: type,
      });
    }
  }

  #readChain(layer: Layer, unit: Unit): void {
    const label = layer.columns.find((column) => column.kind === 'chainLabel');
    const link = layer.columns.find((column) => column.kind === 'chainLink');
    const labels = label === undefined ? [] : valuesIn(unit, label);
    for (const [i, written] of (link === undefined ? [] : valuesIn(unit, link)).entries()) {
      const [, value = '', chainId = '', place = ''] = /^(.*)->(\d+)-(\d+)$/s.exec(written) ?? [];
      if (place === '') {
        this.#report(unit.line, `“${written.slice(0, 40)}” is no link of a chain, as in “coref->1-2”`);
        continue;
      }
      const chain = this.chains.get(chainId) ?? { layer, elements: new Map() };
      this.chains.set(chainId, chain);
      const known = chain.elements.get(Number(place));
      if (known !== undefined) this.#extend(known.annotation, unit);
      else {
        const annotation = this.#create(layer, layer.type, unit);
        const named = splitSuffix(labels[i] ?? '*').value;
        this.#setFeature(annotation, chainLabel, named, unit);
        chain.elements.set(Number(place), {
          annotation,
          link: value === '*' ? undefined : unescapeValue(value),
        });
      }
    }
  }

  #readRelations(layer: Layer, unit: Unit): void {
    const base = layer.columns.find((column) => column.kind === 'base');
    if (base?.kind !== 'base') return;
    for (const [i, written] of valuesIn(unit, base).entries()) {
      const { value, suffix = '0_0' } = splitSuffix(written);
      const [source = '0', target = '0'] = suffix.split('_');
      const features = new Map<string, string | undefined>();
      for (const column of layer.columns) {
        const cell = column.kind === 'feature' ? valuesIn(unit, column)[i] : undefined;
        if (column.kind === 'feature' && cell !== undefined)
          features.set(column.feature, cell === '*' ? undefined : unescapeValue(cell));
      }
      this.relations.push({
        layer,
        features,
        source: { unit: value, id: source },
        target: { unit: unit.id, id: target },
        baseType: base.type,
        line: unit.line,
      });
    }
  }
}

/** Roles are kept until the targets of the next column are read. */
function roleKey(feature: string): string {
  return `ROLE ${feature}`;
}

/** The values that are stacked in a cell; none in an empty one. */
function valuesIn(unit: Unit, { index }: Column): readonly string[] {
  const cell = unit.cells[index];
  return cell === undefined || cell === '_' || cell === '' ? [] : splitCell(cell, '|');
}
