import type { DatasetArticle, DatasetSpan } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { type AlignedToken, alignedTokens } from '../json/aligned-tokens.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { jsonLine } from '../well-formed-json.ts';

/** The articles of a dataset as accepted tasks, one a line. */
export function prodigyBytes(articles: Articles): AsyncGenerator<Uint8Array> {
  return utf8Pieces(lines(articles));
}

async function* lines(articles: Articles): AsyncGenerator<string> {
  for await (const article of articles) yield jsonLine(task(article));
}

/** What tells the format stands first, where it is found without reading a long text. */
function task({ text, title, metadata, spans = [], relations = [] }: DatasetArticle) {
  const tokens = alignedTokens(text, spans, true);
  const written = placedSpans(spans, tokens);
  const byId = new Map(spans.map(({ id }, i) => [id, written[i]]));
  return {
    _view_id: relations.length > 0 ? 'relations' : 'spans_manual',
    answer: 'accept',
    text,
    title,
    meta: metadata,
    tokens: tokens.map(({ words, start, end, spaceAfter }, id) => ({
      text: words,
      start,
      end,
      id,
      ws: spaceAfter,
    })),
    spans: spans.map(({ attributes }, i) => ({ ...attributes, ...written[i] })),
    ...(relations.length > 0 && {
      relations: relations.map(({ type, from, to, attributes }) => {
        const [head, child] = [byId.get(from), byId.get(to)];
        return {
          ...attributes,
          head: head?.token_end,
          child: child?.token_end,
          label: type,
          head_span: head,
          child_span: child,
        };
      }),
    }),
  };
}

/** Where spans stand, and an id for those that would otherwise be told from others by nothing. */
function placedSpans(spans: readonly DatasetSpan[], tokens: readonly AlignedToken[]) {
  const startingAt = new Map(tokens.map(({ start }, i) => [start, i]));
  const endingAt = new Map(tokens.map(({ end }, i) => [end, i]));
  const counts = new Map<string, number>();
  const nameOf = ({ start, end, tag }: DatasetSpan) => `${start} ${end} ${tag}`;
  for (const span of spans) counts.set(nameOf(span), (counts.get(nameOf(span)) ?? 0) + 1);
  return spans.map((span, i) => ({
    start: span.start,
    end: span.end,
    token_start: startingAt.get(span.start),
    token_end: endingAt.get(span.end),
    label: span.tag,
    ...(counts.get(nameOf(span)) !== 1 && { id: i }),
  }));
}
