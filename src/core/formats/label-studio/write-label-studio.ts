import type { DatasetArticle, DatasetSpan } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { wellFormedJson } from '../well-formed-json.ts';

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

function task({ text, title, metadata, spans = [], relations = [] }: DatasetArticle, id: number) {
  const regions = new Map(spans.map((span, i) => [span.id, `r${i + 1}`]));
  return {
    id,
    annotations: [
      {
        result: [
          ...spans.map((span) => region(span, regions.get(span.id))),
          ...relations.map(({ type, from, to, attributes }) => ({
            from_id: regions.get(from),
            to_id: regions.get(to),
            type: 'relation',
            direction: attributes?.direction ?? 'right',
            labels: [type],
          })),
        ],
      },
    ],
    data: { text, title },
    meta: metadata,
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
