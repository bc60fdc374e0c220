import type { DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import type { Articles, OutgoingArticle, Prediction } from '../format.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { wellFormedJson } from '../well-formed-json.ts';
import { ownModel } from './own-model.ts';

/** Names of the control and the object that results are about: those of Label Studio’s own template for named entities. */
const control = 'label';
const object = 'text';

/** The articles of a dataset as a list of tasks, one a line. */
export function labelStudioBytes(articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(parts(articles));
}

async function* parts(articles: Articles): AsyncGenerator<string> {
  let number = 0;
  yield '[';
  for await (const article of articles) {
    number++;
    yield `${number === 1 ? '\n' : ',\n'}${wellFormedJson(task(article, number))}`;
  }
  yield number === 0 ? ']\n' : '\n]\n';
}

function task({ text, title, metadata, ...parts }: OutgoingArticle, id: number) {
  const { spans = [], relations = [], predictions = [] } = parts;
  const regions = new Map(spans.map((span, i) => [span.id, `r${i + 1}`]));
  return {
    id,
    annotations: [
      {
        result: [
          ...spans.map((span) => region(span, regions.get(span.id))),
          ...relations.map((relation) => link(relation, regions)),
        ],
      },
    ],
    ...(predictions.length > 0 && { predictions: [predicted(predictions)] }),
    data: { text, title },
    meta: metadata,
  };
}

/** All that is proposed for a task as what one model says of it; each region says by itself how sure it is, and why. */
function predicted(predictions: readonly Prediction[]) {
  const all = predictions.flatMap(({ spans }) => spans);
  const regions = new Map(all.map((span, i) => [span.id, `p${i + 1}`]));
  const sum = predictions.reduce((total, { confidence }) => total + confidence, 0);
  return {
    model_version: ownModel,
    score: Math.round((sum / predictions.length) * 100) / 100,
    result: [
      ...predictions.flatMap(({ spans, rule, confidence, reason }) =>
        spans.map((span) => {
          const made = region({ ...span, note: reason }, regions.get(span.id));
          return { ...made, origin: 'prediction', score: confidence, meta: { ...made.meta, rule } };
        }),
      ),
      ...predictions.flatMap(({ relations }) => relations).map((relation) => link(relation, regions)),
    ],
  };
}

function link({ type, from, to, attributes }: DatasetRelation, regions: ReadonlyMap<string, string>) {
  return {
    from_id: regions.get(from),
    to_id: regions.get(to),
    type: 'relation',
    direction: attributes?.direction ?? 'right',
    labels: [type],
  };
}

function region(
  { tag, start, end, text, attributes = {}, note, flagged }: DatasetSpan,
  id: string | undefined,
) {
  const meta = {
    ...(note && { text: [note] }),
    ...(flagged && { flagged: true }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
  return {
    id,
    from_name: control,
    to_name: object,
    type: 'labels',
    origin: 'manual',
    value: { start, end, text, labels: [tag] },
    ...(Object.keys(meta).length > 0 && { meta }),
  };
}
