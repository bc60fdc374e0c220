import type { Attributes } from '../../model/attribute-value.ts';
import {
  type Cas,
  CasReference,
  type CasValue,
  elementsOf,
  type FeatureStructure,
  isArrayType,
  isListType,
  targetsOf,
} from './cas.ts';
import { isOwnType } from './own-types.ts';
import { annotationType, documentType, shortName, sofaType, type TypeSystem } from './type-system.ts';

/** What a feature structure of another program’s type is here. */
export type LayerKind = 'span' | 'relation' | 'document' | 'passedOver' | 'part';

/**
 * Types whose annotations say how the text is cut and what its words are: tokens, sentences, lemmas, parts of speech, dependencies; and what INCEpTION and
 * DKPro note for themselves. They are counted, and no spans.
 */
const linguistic =
  /^de\.tudarmstadt\.ukp\.(?:dkpro\.core\.api\.(?:segmentation|lexmorph|metadata)\.type\.|dkpro\.core\.api\.syntax\.type\.dependency\.|clarin\.webanno\.api\.type\.)/;

/** Features that say which of its layer’s labels an annotation has, the likeliest first. */
const labelFeatures = ['value', 'label', 'tag', 'category', 'DependencyType', 'identifier'];
const longestTag = 256;

export function layerKind({ types }: Cas, { type, features }: FeatureStructure): LayerKind {
  if (type === sofaType || isOwnType(type) || isArrayType(type) || isListType(type)) return 'part';
  if (types.isA(type, documentType) || type.endsWith('.DocumentMetaData')) return 'document';
  if (linguistic.test(type) || /^(?:Token|Sentence)$/.test(shortName(type))) return 'passedOver';
  if (hasEnds(types, type) || (features.has('Governor') && features.has('Dependent'))) return 'relation';
  if (types.isA(type, annotationType)) return 'span';
  if (!types.has(type) && features.has('begin') && features.has('end')) return 'span';
  // Of chains the links say all; what links a slot to its filler is read with the slot.
  return features.has('first') || features.has('target') ? 'part' : 'passedOver';
}

function hasEnds(types: TypeSystem, type: string): boolean {
  return types.feature(type, 'Governor') !== undefined && types.feature(type, 'Dependent') !== undefined;
}

/** A link from an annotation to another that one of its features holds. */
export interface FeatureLink {
  /** The role where the link has one, else the feature. */
  readonly type: string;
  readonly feature: string;
  readonly target: FeatureStructure;
  /** What else the link says. */
  readonly attributes: Attributes;
}

/** What an annotation or relation of another program says, beside where it stands and what it links. */
export interface LayerContent {
  /** Its label; of one without, the short name of its type. */
  readonly label: string;
  readonly attributes: Attributes;
  readonly links: readonly FeatureLink[];
  /** Names of features that have no place here. */
  readonly unknown: readonly string[];
}

const placeFeatures = new Set(['sofa', 'begin', 'end', 'Governor', 'Dependent']);

/**
 * Reads the features: the first that is a label becomes the tag, and then the attribute `layer` names the type; strings, numbers, booleans and arrays of them
 * become attributes; references to annotations and links with a `target` become links.
 */
export function layerContent(cas: Cas, structure: FeatureStructure): LayerContent {
  const { type, features } = structure;
  const labelled = labelFeatures.find((name) => isLabel(features.get(name)));
  const label = labelled === undefined ? shortName(type) : String(features.get(labelled));
  const attributes: [string, Attributes[string]][] = labelled === undefined ? [] : [['layer', type]];
  const links: FeatureLink[] = [];
  const unknown: string[] = [];
  for (const [name, value] of features) {
    if (placeFeatures.has(name) || name === labelled) continue;
    const found = linksIn(cas, name, value);
    links.push(...found);
    if (found.length > 0) continue;
    const plain = plainValue(cas, value);
    if (plain === undefined) unknown.push(name);
    else attributes.push([name, plain]);
  }
  return { label, attributes: Object.fromEntries(attributes), links, unknown };
}

function isLabel(value: CasValue | undefined): boolean {
  if (typeof value !== 'string' || value === '' || value.length > longestTag) return false;
  return !/^[a-z]+:\/\//i.test(value);
}

function linksIn(cas: Cas, feature: string, value: CasValue): FeatureLink[] {
  const isKnown = elementsOf(cas, value).some((item) => item instanceof CasReference);
  const targets = targetsOf(cas, value);
  const links = targets.filter(({ features }) => features.has('target'));
  if (links.length > 0 && targets.every((target) => layerKind(cas, target) !== 'span')) {
    return links.flatMap((link) => {
      const role = link.features.get('role');
      const isNamed = typeof role === 'string' && role !== '' && role.length <= longestTag;
      const [target] = targetsOf(cas, link.features.get('target'));
      if (target === undefined) return [];
      const slot = isNamed ? { slot: feature } : {};
      return [
        { type: isNamed ? role : feature, feature, target, attributes: { ...slot, ...linkAttributes(link) } },
      ];
    });
  }
  // Without a type system a number may be anything; only the links of a chain are known by their name.
  if (!isKnown && feature !== 'next') return [];
  const annotations = targets.filter(
    (target) => target.features.has('begin') && layerKind(cas, target) === 'span',
  );
  return annotations.map((target) => ({ type: feature, feature, target, attributes: {} }));
}

/** What a slot’s link says beside its role: strings, numbers and booleans. */
function linkAttributes({ features }: FeatureStructure): Attributes {
  const plain = [...features].flatMap(([name, value]): [string, Attributes[string]][] => {
    if (name === 'role' || name === 'target' || typeof value === 'object') return [];
    return [[name, value]];
  });
  return Object.fromEntries(plain);
}

function plainValue(cas: Cas, value: CasValue): Attributes[string] | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const elements = elementsOf(cas, value).map((item) => (typeof item === 'object' ? undefined : item));
  const plain = elements.filter((item) => item !== undefined);
  return plain.length === elements.length ? plain : undefined;
}
