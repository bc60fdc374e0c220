import type { DatasetArticle } from '../../formats/dataset-schema.ts';
import { CodePointMap } from '../../text/offsets.ts';
import type { TaggedStretch, TaggedText } from './known-phrases.ts';

/** What is tagged in one piece in a dataset’s article. */
export function taggedInDataset({ text, spans = [] }: DatasetArticle): TaggedText {
  const map = CodePointMap.of(text);
  const tagged = spans.flatMap(({ tag, start, end, fragments = [] }): TaggedStretch[] =>
    fragments.length > 1 ? [] : [{ tag, place: { start: map.toUtf16(start), end: map.toUtf16(end) } }],
  );
  return { text, tagged };
}
