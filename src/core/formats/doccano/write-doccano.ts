import type { DatasetArticle } from '../dataset-schema.ts';
import type { Articles, OutgoingArticle, Prediction } from '../format.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { jsonLine } from '../well-formed-json.ts';
import { predictionsColumn } from './predictions-column.ts';

/**
 * So many UTF-16 units of articles are held back until one with relations has come: all lines of a file are to have the same columns, and which these are
 * depends on whether there are relations. A file whose first ones stand further back has lines of both kinds.
 */
const heldBack = 32 * 1024 * 1024;

/** The articles of a dataset, one a line, as doccano imports them. */
export function doccanoBytes(articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(lines(articles));
}

async function* lines(articles: Articles): AsyncGenerator<string> {
  let number = 0;
  let waiting: OutgoingArticle[] = [];
  let length = 0;
  let form: 'waiting' | 'label' | 'entities' = 'waiting';
  for await (const article of articles) {
    if ((article.relations ?? []).length > 0) form = 'entities';
    waiting.push(article);
    length += article.text.length;
    if (form === 'waiting' && length > heldBack) form = 'label';
    if (form === 'waiting') continue;
    for (const ready of waiting) yield line(ready, ++number, form);
    waiting = [];
  }
  for (const ready of waiting) yield line(ready, ++number, 'label');
}

/** The columns that tell the format stand first, where they are found without reading a long text. */
function line(article: OutgoingArticle, number: number, form: 'label' | 'entities'): string {
  const { text, title, metadata, spans = [], relations = [], predictions = [] } = article;
  return jsonLine({
    id: number,
    ...(form === 'entities'
      ? relationColumns(spans, relations)
      : { label: spans.map(({ start, end, tag }) => [start, end, tag]) }),
    text,
    title,
    meta: metadata,
    ...(predictions.length > 0 && predictedColumn(predictions)),
  });
}

/** A column of its own, since doccano has no place for what nobody has decided about among its labels. Ids are the column’s own. */
function predictedColumn(predictions: readonly Prediction[]) {
  const all = predictions.flatMap(({ spans }) => spans);
  const numbers = new Map(all.map(({ id }, i) => [id, i]));
  return {
    [predictionsColumn]: {
      entities: predictions.flatMap(({ spans, rule, confidence, reason }) =>
        spans.map(({ id, tag, start, end }) => ({
          id: numbers.get(id),
          label: tag,
          start_offset: start,
          end_offset: end,
          score: confidence,
          rule,
          reason,
        })),
      ),
      relations: predictions
        .flatMap(({ relations }) => relations)
        .map(({ type, from, to }, id) => ({ id, from_id: numbers.get(from), to_id: numbers.get(to), type })),
    },
  };
}

/** Ids are numbers, of the article’s own: doccano takes no others. */
function relationColumns(
  spans: NonNullable<DatasetArticle['spans']>,
  relations: NonNullable<DatasetArticle['relations']>,
) {
  const numbers = new Map(spans.map(({ id }, i) => [id, i]));
  return {
    entities: spans.map(({ tag, start, end }, id) => ({
      id,
      label: tag,
      start_offset: start,
      end_offset: end,
    })),
    relations: relations.map(({ type, from, to }, id) => ({
      id,
      from_id: numbers.get(from),
      to_id: numbers.get(to),
      type,
    })),
  };
}
