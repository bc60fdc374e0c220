import type {
  ChainPlan,
  LayerPlan,
  PlannedRelation,
  PlannedSpan,
  RelationPlan,
  SpanPlan,
} from './layer-plan.ts';
import type { Row, SentenceRows } from './token-rows.ts';
import { escapeValue } from './tsv-escapes.ts';
import { type Column, chainLabel, chainLink, type Layer } from './tsv-header.ts';

interface Element {
  readonly chain: number;
  readonly place: number;
  readonly link: ReadonlyMap<string, string>;
}

/** The columns of a file, and what stands in them on each row. */
export class LayerCells {
  readonly layers: readonly Layer[];
  readonly #plan: LayerPlan;
  readonly #rows = new Map<PlannedSpan, Row>();
  readonly #ids = new Map<PlannedSpan, number>();
  readonly #elements = new Map<PlannedSpan, Element>();
  /** Row → the relations that end there, of each layer. */
  readonly #relations = new Map<RelationPlan, Map<Row, PlannedRelation[]>>();
  readonly #writers: ((row: Row) => readonly string[])[] = [];

  constructor(plan: LayerPlan, sentences: readonly SentenceRows[]) {
    this.#plan = plan;
    this.#number(sentences);
    let chain = 0;
    for (const layer of plan.chainLayers) {
      for (const elements of layer.chains) {
        chain += 1;
        for (const [i, { span, link }] of elements.entries())
          this.#elements.set(span, { chain, place: i + 1, link });
      }
    }
    for (const layer of plan.relationLayers) {
      const byRow = new Map<Row, PlannedRelation[]>();
      for (const relation of layer.relations) {
        const row = this.#rows.get(relation.to);
        if (row === undefined) continue;
        const known = byRow.get(row);
        if (known === undefined) byRow.set(row, [relation]);
        else known.push(relation);
      }
      this.#relations.set(layer, byRow);
    }
    let index = 0;
    const layers: Layer[] = [];
    const add = (
      kind: Layer['kind'],
      type: string,
      columns: readonly UnplacedColumn[],
      write: (row: Row) => readonly string[],
    ) => {
      layers.push({ kind, type, columns: columns.map((column): Column => ({ ...column, index: index++ })) });
      this.#writers.push(write);
    };
    for (const layer of plan.spanLayers)
      add('span', layer.type, spanColumns(layer), (row) => this.#spanCells(layer, row));
    for (const layer of plan.chainLayers)
      add('chain', layer.type, [{ kind: 'chainLabel' }, { kind: 'chainLink' }], (row) =>
        this.#chainCells(layer, row),
      );
    for (const layer of plan.relationLayers)
      add('relation', layer.type, relationColumns(layer), (row) => this.#relationCells(layer, row));
    this.layers = layers;
  }

  of(row: Row): readonly string[] {
    return this.#writers.flatMap((write) => write(row));
  }

  /** Spans that several rows have, or that share one with another of their layer, are told by numbers; so are those that are referred to as any. */
  #number(sentences: readonly SentenceRows[]): void {
    const numbered = new Set<PlannedSpan>();
    for (const { rows } of sentences) {
      for (const row of rows) {
        const here = new Map<string, PlannedSpan[]>();
        for (const span of this.#on(row)) {
          if (this.#rows.has(span) || span.isReferredTo) numbered.add(span);
          if (!this.#rows.has(span)) this.#rows.set(span, row);
          const stacked = here.get(span.type);
          if (stacked === undefined) here.set(span.type, [span]);
          else stacked.push(span);
        }
        for (const stacked of here.values())
          if (stacked.length > 1) for (const span of stacked) numbered.add(span);
      }
    }
    for (const span of this.#plan.spans) if (numbered.has(span)) this.#ids.set(span, this.#ids.size + 1);
  }

  #on(row: Row, type?: string): readonly PlannedSpan[] {
    return row.spans.flatMap((i) => {
      const span = this.#plan.spans[i];
      return span === undefined || (type !== undefined && span.type !== type) ? [] : [span];
    });
  }

  #spanCells({ type, features, slots }: SpanPlan, row: Row): readonly string[] {
    const here = this.#on(row, type);
    const cell = (write: (span: PlannedSpan) => string) =>
      here.length === 0 ? '_' : here.map(write).join('|');
    const withId = (value: string, span: PlannedSpan) => {
      const id = this.#ids.get(span);
      return id === undefined ? value : `${value}[${id}]`;
    };
    const columns = features.map((feature) => cell((span) => withId(valueIn(span.features, feature), span)));
    const slotCells = [...slots.keys()].flatMap((slot) => [
      cell((span) =>
        withId(
          span.links
            .get(slot)
            ?.map(({ role }) => roleCell(role))
            .join(';') ?? '_',
          span,
        ),
      ),
      cell(
        (span) =>
          span.links
            .get(slot)
            ?.map(({ target }) => withId(this.#rowOf(target), target))
            .join(';') ?? '*',
      ),
    ]);
    if (columns.length + slotCells.length > 0) return [...columns, ...slotCells];
    return [cell((span) => withId('*', span))];
  }

  #chainCells({ type }: ChainPlan, row: Row): readonly string[] {
    const here = this.#on(row, type).flatMap((span) => {
      const element = this.#elements.get(span);
      return element === undefined ? [] : [{ span, ...element }];
    });
    if (here.length === 0) return ['_', '_'];
    return [
      here.map(({ span, chain }) => `${valueIn(span.features, chainLabel)}[${chain}]`).join('|'),
      here.map(({ link, chain, place }) => `${valueIn(link, chainLink)}->${chain}-${place}`).join('|'),
    ];
  }

  #relationCells(layer: RelationPlan, row: Row): readonly string[] {
    const here = this.#relations.get(layer)?.get(row) ?? [];
    if (here.length === 0) return [...layer.features.map(() => '_'), '_'];
    return [
      ...layer.features.map((feature) => here.map(({ features }) => valueIn(features, feature)).join('|')),
      here.map(({ from, to }) => `${this.#rowOf(from)}${this.#idsOf(from, to)}`).join('|'),
    ];
  }

  #idsOf(from: PlannedSpan, to: PlannedSpan): string {
    const source = this.#ids.get(from);
    const target = this.#ids.get(to);
    return source === undefined && target === undefined ? '' : `[${source ?? 0}_${target ?? 0}]`;
  }

  /** The row that a span is referred to by: the first that it is on. */
  #rowOf(span: PlannedSpan): string {
    return this.#rows.get(span)?.id ?? '';
  }
}

type UnplacedColumn = Column extends infer Each ? (Each extends Column ? Omit<Each, 'index'> : never) : never;

function spanColumns({ features, slots }: SpanPlan): readonly UnplacedColumn[] {
  const columns: UnplacedColumn[] = features.map((feature) => ({ kind: 'feature', feature }));
  for (const [feature, { linkType, targetType }] of slots)
    columns.push({ kind: 'role', feature, linkType }, { kind: 'target', feature, type: targetType });
  return columns.length === 0 ? [{ kind: 'placeholder' }] : columns;
}

function relationColumns({ features, baseType }: RelationPlan): readonly UnplacedColumn[] {
  return [
    ...features.map((feature) => ({ kind: 'feature' as const, feature })),
    { kind: 'base', type: baseType },
  ];
}

function valueIn(features: ReadonlyMap<string, string>, feature: string): string {
  const value = features.get(feature);
  return value === undefined ? '*' : escapeValue(value);
}

function roleCell(role: string | undefined): string {
  return role === undefined ? '*' : escapeValue(role);
}
