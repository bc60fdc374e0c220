import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { jsonContent } from '../same-content.ts';
import { chainsOf } from './chains.ts';
import {
  contentOf,
  type ForeignContent,
  foreignContent,
  labelFeatureOf,
  ownContent,
  ownRelationLayer,
  ownSpanLayer,
  tagFeature,
} from './layer-content.ts';
import { slotOf } from './slots.ts';
import { anyType, chainLabel, chainLink, nextInChain, shortName } from './tsv-header.ts';

/** A span as the file will have it. */
export interface PlannedSpan {
  readonly span: DatasetSpan;
  /** The type of its layer. */
  type: string;
  features: ReadonlyMap<string, string>;
  /** By the slots that they fill. */
  readonly links: Map<string, PlannedLink[]>;
  /** True where something of no certain layer refers to it, so that only a number can tell it. */
  isReferredTo: boolean;
}

export interface PlannedLink {
  readonly role: string | undefined;
  readonly target: PlannedSpan;
}

export interface PlannedRelation {
  readonly features: ReadonlyMap<string, string>;
  readonly from: PlannedSpan;
  readonly to: PlannedSpan;
}

export interface SpanPlan {
  readonly type: string;
  readonly features: readonly string[];
  /** Slots: feature → the types of its links and of what fills it. */
  readonly slots: ReadonlyMap<string, { readonly linkType: string; readonly targetType: string }>;
}

export interface ChainPlan {
  readonly type: string;
  /** Each element with the features of the link to the next. */
  readonly chains: readonly (readonly {
    readonly span: PlannedSpan;
    readonly link: ReadonlyMap<string, string>;
  }[])[];
}

export interface RelationPlan {
  readonly type: string;
  readonly features: readonly string[];
  readonly baseType: string;
  readonly relations: readonly PlannedRelation[];
}

/** Which layers a file has, and what stands in them. */
export interface LayerPlan {
  readonly spans: readonly PlannedSpan[];
  readonly spanLayers: readonly SpanPlan[];
  readonly chainLayers: readonly ChainPlan[];
  readonly relationLayers: readonly RelationPlan[];
}

/**
 * Gives each span and relation a layer: the one of another program that its attributes name, where that leads back to the very same, else our own.
 * @param isToken whether a span is one token and no more
 */
export function planLayers(
  { spans = [], relations = [] }: DatasetArticle,
  isToken: (span: DatasetSpan) => boolean,
): LayerPlan {
  return new Planner(spans, relations, isToken).plan();
}

/** Features of which the first is the label, in the order of their columns. */
interface LayerFeatures {
  readonly label: string | undefined;
  readonly features: readonly string[];
}

interface Linked {
  readonly relation: DatasetRelation;
  readonly from: PlannedSpan;
  readonly to: PlannedSpan;
}

class Planner {
  readonly #spans: readonly PlannedSpan[];
  readonly #relations: readonly Linked[];
  readonly #isToken: (span: DatasetSpan) => boolean;
  readonly #layers = new Map<string, LayerFeatures>();
  readonly #slots = new Map<string, Map<string, { linkType: string; targets: PlannedSpan[] }>>();

  constructor(
    spans: readonly DatasetSpan[],
    relations: readonly DatasetRelation[],
    isToken: (span: DatasetSpan) => boolean,
  ) {
    this.#isToken = isToken;
    this.#spans = spans.map((span) => ({
      span,
      type: ownSpanLayer,
      features: ownContent(contentOfSpan(span)),
      links: new Map(),
      isReferredTo: false,
    }));
    const byId = new Map(this.#spans.map((planned) => [planned.span.id, planned]));
    this.#relations = relations.flatMap((relation) => {
      const [from, to] = [byId.get(relation.from), byId.get(relation.to)];
      return from === undefined || to === undefined ? [] : [{ relation, from, to }];
    });
  }

  plan(): LayerPlan {
    this.#assignSpans();
    const afterSlots = this.#relations.filter((linked) => !this.#fillsSlot(linked));
    const { chainLayers, others } = this.#chains(afterSlots);
    const { groups, own } = this.#groups(others);
    this.#demoteLooseTokens(groups, own);
    const relationLayers = [...groups].map(([type, { features, relations }]) =>
      relationPlan(type, features, relations),
    );
    if (own.length > 0) relationLayers.push(ownRelations(own));
    const chainTypes = new Set(chainLayers.map(({ type }) => type));
    const types = [...new Set(this.#spans.map(({ type }) => type))];
    return {
      spans: this.#spans,
      spanLayers: types
        .filter((type) => !chainTypes.has(type) && !isTokenType(type))
        .map((type) => this.#spanPlan(type)),
      chainLayers,
      relationLayers,
    };
  }

  #assignSpans(): void {
    const groups = new Map<string, { planned: PlannedSpan; foreign: ForeignContent }[]>();
    for (const planned of this.#spans) {
      const foreign = foreignContent(contentOfSpan(planned.span));
      if (foreign !== undefined) put(groups, foreign.type, { planned, foreign });
    }
    for (const [type, members] of groups) {
      const layer = layerFeatures(members.map(({ foreign }) => foreign));
      if (layer === undefined) continue;
      const sound = members.filter(({ planned, foreign }) =>
        leadsBack('span', foreign, layer, contentOfSpan(planned.span)),
      );
      this.#layers.set(
        type,
        keptFeatures(
          layer,
          sound.map(({ foreign }) => foreign),
        ),
      );
      for (const { planned, foreign } of sound) {
        planned.type = type;
        planned.features = foreign.features;
      }
    }
  }

  /** Takes a relation as a slot of the span that it leaves, where it is one. */
  #fillsSlot({ relation, from, to }: Linked): boolean {
    const { type } = from;
    if (type === ownSpanLayer || isTokenType(type) || isTokenType(to.type)) return false;
    const slot = slotOf(type, relation.type, relation.attributes ?? {});
    if (slot === undefined || this.#layers.get(type)?.features.includes(slot.feature)) return false;
    const slots = this.#slots.get(type) ?? new Map();
    const known = slots.get(slot.feature) ?? { linkType: slot.linkType, targets: [] };
    if (known.linkType !== slot.linkType) return false;
    this.#slots.set(type, slots.set(slot.feature, known));
    known.targets.push(to);
    put(from.links, slot.feature, { role: slot.role, target: to });
    return true;
  }

  /** Layers of chains: those of which every span and every relation is a part of one. */
  #chains(relations: readonly Linked[]): { chainLayers: ChainPlan[]; others: readonly Linked[] } {
    const touched = new Map<string, Linked[]>();
    for (const linked of relations)
      for (const type of new Set([linked.from.type, linked.to.type])) put(touched, type, linked);
    const filling = new Set(
      [...this.#slots.values()].flatMap((slots) =>
        [...slots.values()].flatMap(({ targets }) => targets.map(({ type }) => type)),
      ),
    );
    const taken = new Set<Linked>();
    const chainLayers = [...touched].flatMap(([type, linked]): ChainPlan[] => {
      const { label, features = [] } = this.#layers.get(type) ?? {};
      const isPlain =
        features.every((feature) => feature === chainLabel) && (label ?? chainLabel) === chainLabel;
      if (!type.endsWith('Link') || !isPlain || this.#slots.has(type) || filling.has(type)) return [];
      const links = linked.map((one) => ({ ...one, link: linkInChain(type, one) }));
      if (links.some(({ link }) => link === undefined)) return [];
      const chains = chainsOf(
        this.#spans.filter((span) => span.type === type),
        links,
      );
      if (chains === undefined) return [];
      for (const one of linked) taken.add(one);
      return [
        {
          type,
          chains: chains.map((chain) =>
            chain.map(({ item, link }) => ({ span: item, link: link?.link ?? new Map<string, string>() })),
          ),
        },
      ];
    });
    return { chainLayers, others: relations.filter((linked) => !taken.has(linked)) };
  }

  /** Relations by the layers of other programs that they are of, and the rest. */
  #groups(relations: readonly Linked[]) {
    const candidates = new Map<string, { linked: Linked; foreign: ForeignContent }[]>();
    const own: Linked[] = [];
    for (const linked of relations) {
      const foreign = foreignContent(contentOfRelation(linked.relation));
      if (foreign === undefined || this.#layers.has(foreign.type)) own.push(linked);
      else put(candidates, foreign.type, { linked, foreign });
    }
    const groups = new Map<string, LayerFeatures & { relations: PlannedRelation[] }>();
    for (const [type, members] of candidates) {
      const layer = layerFeatures(members.map(({ foreign }) => foreign));
      for (const { linked, foreign } of members) {
        if (layer === undefined || !leadsBack('relation', foreign, layer, contentOfRelation(linked.relation)))
          own.push(linked);
        else {
          const group = groups.get(type) ?? { ...layer, relations: [] };
          groups.set(type, group);
          group.relations.push({ features: foreign.features, from: linked.from, to: linked.to });
        }
      }
    }
    for (const [type, group] of groups)
      groups.set(type, { ...group, ...keptFeatures(group, group.relations) });
    return { groups, own };
  }

  /**
   * Tokens are annotations of another program only as the ends of relations that link nothing else, one at a place: other spans of their layer
   * become our own.
   */
  #demoteLooseTokens(
    groups: ReadonlyMap<string, { readonly relations: readonly PlannedRelation[] }>,
    own: readonly Linked[],
  ): void {
    const tokens = this.#spans.filter(({ type }) => isTokenType(type));
    if (tokens.length === 0) return;
    const linked = new Set<PlannedSpan>();
    let isLoose = own.some(({ from, to }) => isTokenType(from.type) || isTokenType(to.type));
    for (const { relations } of groups.values()) {
      const ends = relations.flatMap(({ from, to }) => [from, to]);
      const types = new Set(ends.map(({ type }) => type));
      if (types.size > 1 && ends.some(({ type }) => isTokenType(type))) isLoose = true;
      for (const end of ends) linked.add(end);
    }
    const places = new Set(tokens.map(({ type, span }) => `${type} ${span.start}`));
    const isSound = tokens.every(({ features, span }) => features.size === 0 && this.#isToken(span));
    if (!isLoose && isSound && places.size === tokens.length && tokens.every((token) => linked.has(token)))
      return;
    for (const token of tokens) {
      token.type = ownSpanLayer;
      token.features = ownContent(contentOfSpan(token.span));
    }
  }

  #spanPlan(type: string): SpanPlan {
    const slots = [...(this.#slots.get(type) ?? [])].map(
      ([feature, { linkType, targets }]) => [feature, { linkType, targetType: oneType(targets) }] as const,
    );
    if (type !== ownSpanLayer)
      return { type, features: this.#layers.get(type)?.features ?? [], slots: new Map(slots) };
    const own = this.#spans.filter((span) => span.type === ownSpanLayer);
    return { type, features: featuresIn(tagFeature, own), slots: new Map(slots) };
  }
}

function relationPlan(
  type: string,
  features: readonly string[],
  relations: readonly PlannedRelation[],
): RelationPlan {
  return { type, features, relations, baseType: oneType(relations.flatMap(({ from, to }) => [from, to])) };
}

function ownRelations(linked: readonly Linked[]): RelationPlan {
  const relations = linked.map(({ relation, from, to }) => ({
    features: ownContent(contentOfRelation(relation)),
    from,
    to,
  }));
  return relationPlan(ownRelationLayer, featuresIn(tagFeature, relations), relations);
}

type Content = Parameters<typeof ownContent>[0];

function contentOfSpan({ tag, attributes = {}, note = '', flagged = false }: DatasetSpan): Content {
  return { label: tag, attributes, note, flagged };
}

function contentOfRelation({ type, attributes = {} }: DatasetRelation): Content {
  return { label: type, attributes, note: '', flagged: false };
}

/** The columns that hold annotations of a layer; undefined where a reader would take another for the label. */
function layerFeatures(members: readonly ForeignContent[]): LayerFeatures | undefined {
  const labels = members.flatMap(({ labelFeature }) => labelFeature ?? []);
  const others = featuresIn(undefined, members);
  const label = labels[0] ?? (others.length > 0 ? tagFeature : undefined);
  const features = [...new Set([...(label === undefined ? [] : [label]), ...others])];
  return labelFeatureOf(features) === label ? { label, features } : undefined;
}

/** The columns of a layer that its annotations have something in, and that of the label. */
function keptFeatures(layer: LayerFeatures, members: Parameters<typeof featuresIn>[1]): LayerFeatures {
  const used = new Set(featuresIn(layer.label, members));
  return { label: layer.label, features: layer.features.filter((feature) => used.has(feature)) };
}

function featuresIn(
  first: string | undefined,
  members: readonly { readonly features: ReadonlyMap<string, string> }[],
): readonly string[] {
  const features = new Set(first === undefined ? [] : [first]);
  for (const member of members) for (const feature of member.features.keys()) features.add(feature);
  return [...features];
}

/** True when a reader makes the very same of the features. */
function leadsBack(
  kind: 'span' | 'relation',
  { type, features }: Pick<ForeignContent, 'type' | 'features'>,
  { label }: Pick<LayerFeatures, 'label'>,
  expected: Content,
  unlabelled = shortName(type),
): boolean {
  const found = contentOf(kind, type, features, label, unlabelled);
  return (
    found.label === expected.label &&
    found.note === expected.note &&
    found.flagged === expected.flagged &&
    found.unknown.length === 0 &&
    jsonContent(found.attributes) === jsonContent(expected.attributes)
  );
}

/** The features of a link from one element of a chain to the next; undefined where the relation is none. */
function linkInChain(type: string, { relation, from, to }: Linked): ReadonlyMap<string, string> | undefined {
  const content = contentOfRelation(relation);
  const foreign = foreignContent(content, nextInChain);
  if (foreign?.type !== type || from.type !== type || to.type !== type) return undefined;
  const isPlain = [...foreign.features.keys()].every((feature) => feature === chainLink);
  return isPlain && leadsBack('relation', foreign, { label: chainLink }, content, nextInChain)
    ? foreign.features
    : undefined;
}

/** The type of all of them, else the one that may be any; then they are told by numbers. */
function oneType(spans: readonly PlannedSpan[]): string {
  const types = new Set(spans.map(({ type }) => type));
  const [type = anyType] = types;
  if (types.size === 1) return type;
  for (const span of spans) span.isReferredTo = true;
  return anyType;
}

function isTokenType(type: string): boolean {
  return shortName(type) === 'Token';
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
