import { isPlainLine } from '../line-text.ts';

/** The attribute that names the slot of a relation that fills one. */
export const slotAttribute = 'slot';

/** What is known of the slot that a relation fills. */
export interface Slot {
  readonly feature: string;
  /** The type of the links. */
  readonly linkType: string;
  /** What the filler is in it; undefined where the relation is called as the feature is. */
  readonly role: string | undefined;
}

/** The type and the attribute of a relation that fills a slot of an annotation of `hostType`. */
export function slotRelation(hostType: string, { feature, linkType, role }: Slot) {
  const type = linkType === usualLinkType(hostType, feature) ? '' : `:${linkType}`;
  const slot = `${feature}${type}${role === feature ? '|role' : ''}`;
  return { type: role ?? feature, attributes: { [slotAttribute]: slot } };
}

/** The slot that such a relation fills; undefined where it says anything else. */
export function slotOf(
  hostType: string,
  type: string,
  attributes: Readonly<Record<string, unknown>>,
): Slot | undefined {
  const slot = attributes[slotAttribute];
  if (typeof slot !== 'string' || Object.keys(attributes).length !== 1) return undefined;
  const [, feature, linkType, named] =
    /^([\p{L}\p{M}\p{N}_-]+)(?::([A-Za-z0-9.]+))?(\|role)?$/u.exec(slot) ?? [];
  if (feature === undefined || !isPlainLine(type) || type.endsWith('\\')) return undefined;
  const role = type === feature && named === undefined ? undefined : type;
  const found = { feature, linkType: linkType ?? usualLinkType(hostType, feature), role };
  const back = slotRelation(hostType, found);
  return back.type === type && back.attributes[slotAttribute] === slot && !found.linkType.includes('_')
    ? found
    : undefined;
}

/** INCEpTION’s name for the links of a feature. */
function usualLinkType(hostType: string, feature: string): string {
  return `${hostType}${feature.slice(0, 1).toUpperCase()}${feature.slice(1)}Link`;
}
