import { type ArticleRecord, untouched } from '../../../../src/core/model/article.ts';
import { quoteOf } from '../../../../src/core/model/fragment.ts';
import type { Span } from '../../../../src/core/model/span.ts';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { defaultTagSet, type Tag, tagById } from '../../../../src/core/model/tag-set.ts';
import { apply } from '../../../../src/core/operations/apply.ts';
import type { Authorship } from '../../../../src/core/operations/gestures/authorship.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import { type ArticleState, untaggedArticle } from '../../../../src/core/operations/project-state.ts';

const noon = '2026-01-02T12:00:00.000Z';

const project = {
  id: 'project',
  name: 'Project',
  tagSet: defaultTagSet,
  annotators: [{ id: 'ann', name: 'Ann' }],
  entities: [],
  createdAt: noon,
};

/** An author whose ids count up, so that results can be compared. */
export function author(): Authorship {
  let next = 0;
  return { annotator: 'ann', now: noon, newId: () => `new-${++next}` };
}

export function tag(id: string): Tag {
  const found = tagById(defaultTagSet, id);
  if (found === undefined) throw new Error(`no tag ${id}`);
  return found;
}

/** An article of this text with spans written as `[id, tag, quote]`; a quote may be several fragments. */
export function articleOf(
  text: string,
  ...spans: [id: string, tag: string, ...quotes: string[]][]
): ArticleState {
  const article = untaggedArticle(recordOf(text), {
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  });
  return {
    ...article,
    spans: SpanIndex.of(spans.map(([id, tagId, ...quotes]) => spanOf(text, id, tagId, quotes))),
  };
}

export function spanIn(article: ArticleState, id: string): Span {
  const span = article.spans.get(id);
  if (span === undefined) throw new Error(`no span ${id}`);
  return span;
}

/** The article after a gesture that must succeed. */
export function afterGesture(article: ArticleState, gesture: GestureResult): ArticleState {
  if (!gesture.ok) throw new Error(`refused: ${gesture.reason.message}`);
  const { id } = article.record;
  const applied = apply({ project, articles: new Map([[id, article]]) }, gesture.value.operation);
  if (!applied.ok) throw new Error(applied.reason.message);
  const result = applied.value.articles.get(id);
  if (result === undefined) throw new Error('a gesture leaves the article where it is');
  return result;
}

function spanOf(text: string, id: string, tagId: string, quotes: string[]): Span {
  const fragments = quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`"${quote}" is not in the text`);
    return { start, end: start + quote.length };
  });
  return {
    id,
    articleId: 'article',
    tag: tagId,
    fragments,
    quote: quoteOf(text, fragments),
    attributes: {},
    note: '',
    flagged: false,
    annotator: 'ann',
    origin: 'manual',
    createdAt: noon,
    updatedAt: noon,
  };
}

function recordOf(text: string): ArticleRecord {
  return {
    id: 'article',
    title: 'Title',
    source: {
      fileName: 'a.txt',
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      byteLength: text.length,
      reader: 'plain-text',
      byteOrderMark: false,
      replacements: 0,
    },
    direction: 'ltr',
    textLength: text.length,
    wordCount: 1,
    metadata: {},
    versionOf: null,
    createdAt: noon,
    updatedAt: noon,
    ...untouched,
  };
}
