/** What a column of a layer holds. */
export type Column = { readonly index: number } & (
  | { readonly kind: 'feature'; readonly feature: string }
  /** Of a layer without features: only that there is an annotation. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'role'; readonly feature: string; readonly linkType: string }
  | { readonly kind: 'target'; readonly feature: string; readonly type: string }
  | { readonly kind: 'chainLabel' }
  | { readonly kind: 'chainLink' }
  /** Where a relation comes from; `type` is the layer that it links. */
  | { readonly kind: 'base'; readonly type: string }
);

export interface Layer {
  readonly kind: 'span' | 'chain' | 'relation';
  /** Its UIMA type: `webanno.custom.Span`. */
  readonly type: string;
  readonly columns: readonly Column[];
}

/** The feature of a chain’s elements that is their label, and the one that is the label of what leads to the next. */
export const chainLabel = 'referenceType';
export const chainLink = 'referenceRelation';

/** What a relation is that leads from one element of a chain to the next and says no more. */
export const nextInChain = 'next';

/** The type of slots and relations that may link annotations of any layer. */
export const anyType = 'uima.tcas.Annotation';

const kinds = { SP: 'span', CH: 'chain', RL: 'relation' } as const;

/** Reads `#T_SP=type|feature…`. @param index of its first column, from 0 behind the token; undefined when the line declares no layer */
export function readLayer(line: string, index: number): Layer | undefined {
  const [, kind, rest = ''] = /^#T_(SP|CH|RL)=(.*)$/.exec(line) ?? [];
  if (kind !== 'SP' && kind !== 'CH' && kind !== 'RL') return undefined;
  const [type = '', ...declared] = rest.split('|');
  const features = declared.filter((feature) => feature !== '');
  if (features.length === 0) return { kind: kinds[kind], type, columns: [{ index, kind: 'placeholder' }] };
  let slot = '';
  const columns = features.map((feature, i): Column => {
    const at = { index: index + i };
    if (kind === 'RL' && feature.startsWith('BT_')) return { ...at, kind: 'base', type: feature.slice(3) };
    if (kind === 'CH' && feature === chainLabel) return { ...at, kind: 'chainLabel' };
    if (kind === 'CH' && feature === chainLink) return { ...at, kind: 'chainLink' };
    if (kind === 'SP' && feature.startsWith('ROLE_')) {
      const role = /^ROLE_(.*?):(.*)_([^_]*)$/.exec(feature);
      slot = role?.[2] ?? feature.slice(5);
      return { ...at, kind: 'role', feature: slot, linkType: role?.[3] ?? '' };
    }
    if (kind === 'SP' && slot !== '') {
      const target: Column = { ...at, kind: 'target', feature: slot, type: feature };
      slot = '';
      return target;
    }
    return { ...at, kind: 'feature', feature };
  });
  return { kind: kinds[kind], type, columns };
}

/** A layer as the header declares it. */
export function layerLine({ kind, type, columns }: Layer): string {
  const letters = { span: 'SP', chain: 'CH', relation: 'RL' }[kind];
  return `#T_${letters}=${[type, ...columns.map((column) => declaration(type, column))].join('|')}`;
}

function declaration(type: string, column: Column): string {
  switch (column.kind) {
    case 'feature':
      return column.feature;
    case 'placeholder':
      return '';
    case 'role':
      return `ROLE_${type}:${column.feature}_${column.linkType}`;
    case 'target':
      return column.type;
    case 'chainLabel':
      return chainLabel;
    case 'chainLink':
      return chainLink;
    case 'base':
      return `BT_${column.type}`;
  }
}

/** The type’s name without its package. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
