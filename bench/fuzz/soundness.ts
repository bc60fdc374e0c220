import { type Dataset, datasetArticleSchema } from '../../src/core/formats/dataset-schema.ts';
import { newArticle } from '../../src/core/formats/new-article.ts';
import type { ReadArticle } from '../../src/core/formats/read-article.ts';
import { articleSchema } from '../../src/core/model/article.ts';
import { CodePointMap } from '../../src/core/text/offsets.ts';

/** What is wrong with an article that was read, or undefined. */
export function articleFault(read: ReadArticle): string | undefined {
  const checked = articleSchema.safeParse(newArticle(read, { id: 'x', now: '2030-01-01T00:00:00.000Z' }));
  if (!checked.success) return checked.error.message;
  const { text, blocks } = read.body;
  let at = 0;
  for (const { start, end } of blocks) {
    if (start < at || end <= start || end > text.length) return `the block at ${start} is out of order`;
    if (text.slice(at, start).trim() !== '') return `text before ${start} is in no block`;
    at = end;
  }
  return text.slice(at).trim() === '' ? undefined : 'the end of the text is in no block';
}

/** What is wrong with a dataset that was read, or undefined: spans read what they say, relations link spans that are there. */
export function datasetFault({ articles }: Dataset): string | undefined {
  for (const article of articles) {
    const checked = datasetArticleSchema.safeParse(article);
    if (!checked.success) return checked.error.message;
    const { text, spans = [], relations = [] } = article;
    const map = CodePointMap.of(text);
    for (const { start, end, fragments = [{ start, end }], text: quote } of spans) {
      const words = fragments
        .map((each) => text.slice(map.toUtf16(each.start), map.toUtf16(each.end)))
        .join(' ');
      if (words !== quote) return `a span says ${JSON.stringify(quote)} and reads ${JSON.stringify(words)}`;
    }
    const ids = new Set(spans.map(({ id }) => id));
    if (ids.size !== spans.length) return 'two spans have one id';
    if (relations.some(({ from, to }) => !ids.has(from) || !ids.has(to)))
      return 'a relation links what is not there';
  }
  return undefined;
}
