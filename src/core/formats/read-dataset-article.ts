import type { z } from 'zod';
import { placeOf } from '../model/block.ts';
import type { Identifier } from '../model/identifier.ts';
import type { DatasetFault } from './dataset-reading.ts';
import {
  type DatasetArticle,
  type DatasetBlock,
  type DatasetRelation,
  type DatasetSpan,
  datasetArticleSchema,
  datasetArticleShellSchema,
  datasetBlockSchema,
  datasetRelationSchema,
  datasetSpanSchema,
} from './dataset-schema.ts';
import { type ForeignText, foreignText } from './foreign-text.ts';
import { nameOf, parseItem } from './json-item.ts';
import { SpanCheck } from './read-dataset-spans.ts';
import { TakenIds } from './taken-ids.ts';
import type { UnknownKeys } from './unknown-keys.ts';

/** What the articles of one dataset share while it is read. */
export interface ReadingContext {
  readonly articleIds: Set<Identifier>;
  readonly spanIds: TakenIds;
  readonly relationIds: TakenIds;
  readonly unknownKeys: UnknownKeys;
}

/** A context for a dataset of which nothing was read yet; read it into memory. */
export function newReadingContext(unknownKeys: UnknownKeys): ReadingContext {
  return { articleIds: new Set(), spanIds: new TakenIds(), relationIds: new TakenIds(), unknownKeys };
}

/** Where a fault was found, beside what it says. `index` is the place in the list of that name. */
export type ArticleFault = DatasetFault & { readonly list?: 'spans' | 'relations'; readonly index?: number };

/**
 * The sound part of one article of a dataset, and what is wrong with the rest; undefined when the article as a whole cannot come in.
 * @param index place in the dataset, from 0.
 */
export function readDatasetArticle(
  value: unknown,
  index: number,
  context: ReadingContext,
): { readonly article: DatasetArticle | undefined; readonly faults: readonly ArticleFault[] } {
  const refuse = (id: string, reason: string) => ({
    article: undefined,
    faults: [{ effect: 'refused', item: 'article', id, reason } as const],
  });
  const name = nameOf(value, index);
  const lists = listsOf(value);
  if (typeof lists === 'string') return refuse(name, lists);
  const shell = parseItem(datasetArticleShellSchema, lists.shell);
  if (!shell.ok) return refuse(name, shell.reason);
  if (context.articleIds.has(shell.value.id)) return refuse(name, 'another article has this id');
  context.articleIds.add(shell.value.id);
  return new ArticleReading(shell.value, lists, context).result();
}

type Shell = z.infer<typeof datasetArticleShellSchema>;
interface Lists {
  readonly shell: Record<string, unknown>;
  readonly blocks: readonly unknown[] | undefined;
  readonly spans: readonly unknown[];
  readonly relations: readonly unknown[];
}

/** The article's lists apart from what else it has, or the reason why it cannot be taken apart. */
function listsOf(value: unknown): Lists | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an object';
  const { blocks, spans = [], relations = [], ...shell }: Record<string, unknown> = { ...value };
  if (!Array.isArray(spans)) return 'spans is not a list';
  if (!Array.isArray(relations)) return 'relations is not a list';
  if (blocks !== undefined && !Array.isArray(blocks)) return 'blocks is not a list';
  return { shell, blocks, spans, relations };
}

class ArticleReading {
  readonly #faults: ArticleFault[] = [];
  readonly #shell: Shell;
  readonly #lists: Lists;
  readonly #context: ReadingContext;
  readonly #foreign: ForeignText;
  readonly #check: SpanCheck;
  /** Ids of the spans that came in → the ids that they have now. */
  readonly #spanIds = new Map<Identifier, Identifier>();

  constructor(shell: Shell, lists: Lists, context: ReadingContext) {
    this.#shell = shell;
    this.#lists = lists;
    this.#context = context;
    this.#foreign = foreignText(shell.text);
    this.#check = new SpanCheck(this.#foreign);
  }

  result() {
    const shell = this.#readShell();
    const blocks = this.#readBlocks();
    const spans: DatasetSpan[] = [];
    for (const [i, value] of this.#lists.spans.entries()) {
      const span = this.#readSpan(value, i);
      if (span !== undefined) spans.push(span);
    }
    const relations: DatasetRelation[] = [];
    for (const [i, value] of this.#lists.relations.entries()) {
      const relation = this.#readRelation(value, i);
      if (relation !== undefined) relations.push(relation);
    }
    return { article: { ...shell, ...(blocks && { blocks }), spans, relations }, faults: this.#faults };
  }

  #readShell(): Shell {
    const { replacements, lineEndsChanged, text } = this.#foreign;
    const mended = (reason: string) =>
      this.#faults.push({ effect: 'mended', item: 'article', id: this.#shell.id, reason });
    if (lineEndsChanged)
      mended('its lines end with carriage returns; they became line feeds and the offsets were moved');
    if (replacements > 0) mended(`its text holds ${replacements} lone surrogates; they became U+FFFD`);
    const { unknownKeys } = this.#context;
    const shell = unknownKeys.strip(this.#shell, datasetArticleSchema.shape, 'articles');
    const source = shell.source && {
      ...unknownKeys.strip(shell.source, datasetArticleSchema.shape.source.unwrap().shape, 'articles.source'),
      ...(replacements > 0 && { replacements: (shell.source.replacements ?? 0) + replacements }),
    };
    return { ...shell, ...(source && { source }), text };
  }

  #readBlocks(): DatasetBlock[] | undefined {
    if (this.#lists.blocks === undefined) return undefined;
    const blocks: DatasetBlock[] = [];
    let reached = 0;
    for (const value of this.#lists.blocks) {
      const parsed = parseItem(datasetBlockSchema, value);
      const start = parsed.ok ? this.#foreign.shift(parsed.value.start) : -1;
      const end = parsed.ok ? this.#foreign.shift(parsed.value.end) : -1;
      if (!parsed.ok || start < reached || end <= start || end > this.#check.textLength) {
        this.#faults.push({
          effect: 'mended',
          item: 'blocks',
          id: this.#shell.id,
          article: this.#shell.id,
          reason: `${parsed.ok ? 'they overlap or leave the text' : parsed.reason}; they were found anew`,
        });
        return undefined;
      }
      reached = end;
      blocks.push({ kind: parsed.value.kind, start, end, ...placeOf(parsed.value) });
    }
    return blocks;
  }

  #readSpan(value: unknown, index: number): DatasetSpan | undefined {
    const parsed = parseItem(datasetSpanSchema, value);
    if (!parsed.ok) return this.#refuse('span', value, index, parsed.reason);
    const { id } = parsed.value;
    if (this.#spanIds.has(id))
      return this.#refuse('span', value, index, 'another span of this article has this id');
    const fitted = this.#check.fit(parsed.value);
    if (!fitted.ok) return this.#refuse('span', value, index, fitted.reason);
    const unique = this.#uniqueId('span', id, index, this.#context.spanIds);
    if (unique === undefined) return undefined;
    this.#spanIds.set(id, unique);
    const span = this.#context.unknownKeys.strip(fitted.value, datasetSpanSchema.shape, 'articles.spans');
    return unique === id ? span : { ...span, id: unique };
  }

  #readRelation(value: unknown, index: number): DatasetRelation | undefined {
    const parsed = parseItem(datasetRelationSchema, value);
    if (!parsed.ok) return this.#refuse('relation', value, index, parsed.reason);
    const relation = this.#context.unknownKeys.strip(
      parsed.value,
      datasetRelationSchema.shape,
      'articles.relations',
    );
    const from = this.#spanIds.get(relation.from);
    const to = this.#spanIds.get(relation.to);
    if (from === undefined || to === undefined) {
      const missing = from === undefined ? relation.from : relation.to;
      return this.#refuse('relation', value, index, `it links span "${missing}", which is not there`);
    }
    const id = this.#uniqueId('relation', relation.id, index, this.#context.relationIds);
    if (id === undefined) return undefined;
    const isAsItWas = id === relation.id && from === relation.from && to === relation.to;
    return isAsItWas ? relation : { ...relation, id, from, to };
  }

  /**
   * The id if no article before had it, else one made of the article's and it. (Programs that count spans anew in each article write such
   * datasets; a project needs ids of its own.)
   */
  #uniqueId(item: 'span' | 'relation', id: Identifier, index: number, taken: TakenIds) {
    if (taken.take(id)) return id;
    const unique = `${this.#shell.id}/${id}`;
    if (unique.length > 256 || !taken.take(unique)) {
      this.#refuse(item, { id }, index, `another ${item} of the dataset has this id`);
      return undefined;
    }
    const reason = `another ${item} of the dataset has this id; it became "${unique}"`;
    this.#faults.push({ ...this.#place(item, { id }, index), effect: 'mended', reason });
    return unique;
  }

  #refuse(item: 'span' | 'relation', value: unknown, index: number, reason: string): undefined {
    this.#faults.push({ ...this.#place(item, value, index), effect: 'refused', reason });
    return undefined;
  }

  #place(item: 'span' | 'relation', value: unknown, index: number) {
    return { item, id: nameOf(value, index), article: this.#shell.id, list: `${item}s` as const, index };
  }
}
