import type { Attributes } from '../../model/attribute-value.ts';
import { escapedCharacter, escapedName, looksEscaped, unescapedName } from '../escaped-name.ts';
import { markedValue, textOfMarked, valueOfMarked } from '../marked-value.ts';
import { type Layer, shortName } from './tsv-header.ts';

/** The layers of what was tagged here, and the feature of each that names the tag or the type of the relation. */
export const ownSpanLayer = 'webanno.custom.AscribeSpan';
export const ownRelationLayer = 'webanno.custom.AscribeRelation';
export const tagFeature = 'value';
export const noteFeature = 'note';
export const flaggedFeature = 'flagged';

/** The attribute that names the layer of an annotation that was made elsewhere: its type, or `type|feature` where another feature than `value` is its label. */
export const layerAttribute = 'layer';

/** Features that say which of its layer’s labels an annotation has, the likeliest first. */
const labelFeatures = ['value', 'label', 'tag', 'category', 'DependencyType', 'identifier'];
const longestTag = 256;

/** The feature of a layer that is the label of its annotations: one that is called so, else the first; undefined where there is none. */
export function labelFeatureOf(features: readonly string[]): string | undefined {
  return labelFeatures.find((name) => features.includes(name)) ?? features[0];
}

/** The features of a layer, in the order of their columns. */
export function featuresOf({ columns }: Layer): readonly string[] {
  return columns.flatMap((column) => (column.kind === 'feature' ? [column.feature] : []));
}

/** What a span or relation is, beside where it stands. */
export interface LayerContent {
  /** The tag, or the type of a relation. */
  readonly label: string;
  readonly attributes: Attributes;
  readonly note: string;
  readonly flagged: boolean;
  /** Names of features that have no place here. */
  readonly unknown: readonly string[];
}

/**
 * What the features of an annotation say. The label becomes the tag, of an annotation without one the short name of its layer does; the layer stands in an attribute.
 * @param kind notes and flags are those of spans
 * @param type of the layer
 * @param features each that has a value, as unescaped text; undefined where it has none
 * @param labelFeature the one that is the layer’s label
 * @param unlabelled what annotations without a label are tagged with
 */
export function contentOf(
  kind: 'span' | 'relation',
  type: string,
  features: ReadonlyMap<string, string | undefined>,
  labelFeature: string | undefined,
  unlabelled = shortName(type),
): LayerContent {
  const isOwn = isOwnLayer(type);
  const attributes = new Map<string, Attributes[string]>();
  const unknown: string[] = [];
  let label: string | undefined;
  let note = '';
  let flagged = false;
  for (const [feature, written] of features) {
    if (written === undefined) continue;
    const value = valueOfMarked(written);
    const id = unescapedName(feature);
    if (feature === labelFeature && typeof value === 'string' && (isOwn || isLabel(value))) label = value;
    else if (feature === noteFeature && kind === 'span') note = textOfMarked(written);
    else if (feature === flaggedFeature && kind === 'span' && written === 'true') flagged = true;
    else if ((id === layerAttribute && !isOwn) || id === '__proto__' || id.length > 256)
      unknown.push(feature);
    else attributes.set(id, value);
  }
  if (!isOwn) attributes.set(layerAttribute, layerOf(type, labelFeature, label, unlabelled));
  return {
    label: label ?? unlabelled,
    attributes: Object.fromEntries(attributes),
    note,
    flagged,
    unknown,
  };
}

/** The same as features of a layer, where the layer is another program’s. */
export interface ForeignContent {
  readonly type: string;
  /** The feature that is the label; undefined where the annotation has none. */
  readonly labelFeature: string | undefined;
  readonly features: ReadonlyMap<string, string>;
}

/** The features as which a layer of another program holds an annotation; undefined where `layer` names none. The reverse of `contentOf`, where that leads back. */
export function foreignContent(
  content: Omit<LayerContent, 'unknown'>,
  unlabelled?: string,
): ForeignContent | undefined {
  const { label, attributes, note, flagged } = content;
  const { [layerAttribute]: named, ...rest } = attributes;
  if (typeof named !== 'string' || !Object.hasOwn(attributes, layerAttribute)) return undefined;
  const [, type, feature] =
    /^([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)(?:\|([\p{L}\p{M}\p{N}_-]+))?$/u.exec(named) ?? [];
  if (type === undefined || isOwnLayer(type)) return undefined;
  const isLabelled = feature !== undefined || label !== (unlabelled ?? shortName(type));
  const labelFeature = isLabelled ? (feature ?? tagFeature) : undefined;
  const features = ownFeatures({ attributes: rest, note, flagged });
  if (labelFeature !== undefined) {
    if (features.has(labelFeature)) return undefined;
    features.set(labelFeature, markedValue(label));
  }
  return { type, labelFeature, features };
}

/** The features as which our own layers hold an annotation, its tag included. */
export function ownContent({ label, ...rest }: Omit<LayerContent, 'unknown'>): ReadonlyMap<string, string> {
  return new Map([[tagFeature, markedValue(label)], ...ownFeatures(rest)]);
}

const reservedFeatures = new Set([tagFeature, noteFeature, flaggedFeature]);
/** A point in a name makes it a type’s, a bar ends it. */
const otherThanFeature = new RegExp(`${looksEscaped.source}|[^\\p{L}\\p{M}\\p{N}_-]`, 'gu');

function ownFeatures({ attributes, note, flagged }: Pick<LayerContent, 'attributes' | 'note' | 'flagged'>) {
  const features = new Map(
    Object.entries(attributes).map(([id, value]): [string, string] => [featureName(id), markedValue(value)]),
  );
  if (note !== '') features.set(noteFeature, markedValue(note));
  if (flagged) features.set(flaggedFeature, 'true');
  return features;
}

/** The name of the feature that holds an attribute; names that mean something else are told apart. */
function featureName(id: string): string {
  const name = escapedName(id, otherThanFeature);
  const isTaken = reservedFeatures.has(name) || /^(ROLE_|BT_|\d)/.test(name);
  return isTaken ? `${escapedCharacter(name)}${name.slice(1)}` : name;
}

function isOwnLayer(type: string): boolean {
  return type === ownSpanLayer || type === ownRelationLayer;
}

function layerOf(
  type: string,
  labelFeature: string | undefined,
  label: string | undefined,
  unlabelled: string,
): string {
  const isPlain = label === undefined || (labelFeature === tagFeature && label !== unlabelled);
  return isPlain ? type : `${type}|${labelFeature}`;
}

/** A label can be a tag; the address of a concept is none. */
function isLabel(value: string): boolean {
  return value !== '' && value.length <= longestTag && !/^[a-z]+:\/\//i.test(value);
}
