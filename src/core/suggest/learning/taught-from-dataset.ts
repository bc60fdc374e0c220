import type { DatasetArticle, DatasetSpan } from '../../formats/dataset-schema.ts';
import type { Fragment } from '../../model/fragment.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { datasetBlocks } from '../dataset-blocks.ts';
import type { TaughtArticle, TaughtAttribution } from './taught-article.ts';

/** The attributions that somebody tagged in a dataset’s article: its claims, each with those that a relation `says` leads from. */
export function taughtFromDataset(article: DatasetArticle): TaughtArticle {
  const { text, spans = [], relations = [] } = article;
  const map = CodePointMap.of(text);
  const byId = new Map(spans.map((span) => [span.id, span]));
  const places = ({ start, end, fragments = [{ start, end }] }: DatasetSpan): Fragment[] =>
    fragments.map((place) => ({ start: map.toUtf16(place.start), end: map.toUtf16(place.end) }));
  const said = relations.filter(({ type }) => type === 'says');
  const attributed = said.flatMap(({ from, to }): TaughtAttribution[] => {
    const [speaker, claim] = [byId.get(from), byId.get(to)];
    return claim === undefined ? [] : [{ claim: places(claim), speaker: speaker && places(speaker)[0] }];
  });
  const claims = new Set(said.map(({ to }) => to));
  const alone = spans.filter(({ id, tag }) => tag === 'claim' && !claims.has(id));
  return {
    text,
    blocks: datasetBlocks(article, map),
    attributions: [...attributed, ...alone.map((span) => ({ claim: places(span), speaker: undefined }))],
  };
}
