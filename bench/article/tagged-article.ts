import type { Span } from '../../src/core/model/span.ts';
import type { ArticleSize } from './article-sizes.ts';
import { type GeneratedArticle, generateArticle, type Mention } from './generate-article.ts';
import { randomSource } from './random-source.ts';

export interface TaggedArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** In text order. */
  readonly spans: readonly Span[];
}

const madeAt = '2026-01-05T09:00:00.000Z';

/** The article of a size, with just as many spans as the size says. The same size and seed give the same article. */
export function taggedArticle({ id, length, spanCount }: ArticleSize, seed = length): TaggedArticle {
  const article = generateArticle(length, seed);
  const articleId = `bench-${id.replaceAll(' ', '-').toLowerCase()}`;
  const spans = spreadOver(spanCount, article, seed).map(
    ({ tag, start, end }, i): Span => ({
      id: `${articleId}-${i}`,
      articleId,
      tag,
      fragments: [{ start, end }],
      quote: article.text.slice(start, end),
      attributes: {},
      note: '',
      flagged: false,
      annotator: 'bench-annotator',
      origin: 'manual',
      createdAt: madeAt,
      updatedAt: madeAt,
    }),
  );
  return { id: articleId, title: article.title, text: article.text, spans };
}

/**
 * `count` of an article's mentions, every choice as likely as any other (selection sampling: Knuth, The Art of Computer Programming 3.4.2,
 * algorithm S). One in ten reaches some words too far, as spans that overlap without nesting do.
 */
function spreadOver(count: number, { text, mentions }: GeneratedArticle, seed: number): Mention[] {
  const random = randomSource(seed + 1);
  if (mentions.length < count) {
    throw new Error(`the text has only ${mentions.length} mentions for ${count} spans`);
  }
  let wanted = count;
  const chosen = mentions.filter((_, i) => {
    const isChosen = random.next() * (mentions.length - i) < wanted;
    if (isChosen) wanted--;
    return isChosen;
  });
  return chosen
    .map((mention) => (random.next() < 0.1 ? stretched(mention, text, random.integer(4, 20)) : mention))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function stretched(mention: Mention, text: string, by: number): Mention {
  const end = text.indexOf(' ', mention.end + by);
  const isInParagraph = end > 0 && !text.slice(mention.start, end).includes('\n');
  return isInParagraph ? { ...mention, end } : mention;
}
