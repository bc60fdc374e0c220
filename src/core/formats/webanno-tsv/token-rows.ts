import type { Fragment } from '../../model/fragment.ts';
import { sentenceStarts, tokensIn } from '../tokens.ts';

/** A token or a part of one, and the spans that lie on it, by their places in the list of spans. UTF-16 units. */
export interface Row extends Fragment {
  /** `1-3`, of a part `1-3.2`. */
  readonly id: string;
  readonly spans: readonly number[];
}

export interface SentenceRows extends Fragment {
  readonly rows: readonly Row[];
}

/**
 * The sentences of a text, each up to the next, with their tokens. What of a token a span covers in part follows it as a row of its own.
 * @param spans in any order; none begins or ends with white space
 */
export function sentenceRows(text: string, spans: readonly Fragment[]): readonly SentenceRows[] {
  const starts = sentenceStarts(text, []);
  const order = spans.map((_, i) => i).sort((a, b) => (spans[a]?.start ?? 0) - (spans[b]?.start ?? 0));
  let next = 0;
  let open: number[] = [];
  const over = (token: Fragment): readonly number[] => {
    open = open.filter((i) => (spans[i]?.end ?? 0) > token.start);
    for (let i = order[next]; i !== undefined && (spans[i]?.start ?? 0) < token.end; i = order[++next])
      open.push(i);
    return open;
  };
  return starts.map((start, s) => {
    const sentence = { start, end: starts[s + 1] ?? text.length };
    const rows = tokensIn(text, sentence, []).flatMap((token, t) =>
      rowsOf(`${s + 1}-${t + 1}`, token, over(token), spans),
    );
    return { ...sentence, rows };
  });
}

function rowsOf(id: string, token: Fragment, over: readonly number[], spans: readonly Fragment[]): Row[] {
  const whole: number[] = [];
  const parts = new Map<string, { readonly start: number; readonly end: number; readonly spans: number[] }>();
  for (const i of over) {
    const start = Math.max(spans[i]?.start ?? 0, token.start);
    const end = Math.min(spans[i]?.end ?? 0, token.end);
    if (start === token.start && end === token.end) whole.push(i);
    else {
      const part = parts.get(`${start} ${end}`) ?? { start, end, spans: [] };
      parts.set(`${start} ${end}`, part);
      part.spans.push(i);
    }
  }
  const inOrder = [...parts.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  return [
    { id, ...token, spans: whole.sort((a, b) => a - b) },
    ...inOrder.map((part, i) => ({ ...part, id: `${id}.${i + 1}`, spans: part.spans.sort((a, b) => a - b) })),
  ];
}
