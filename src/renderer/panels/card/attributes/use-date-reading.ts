import { useCallback, useMemo } from 'react';
import type { DateReading } from '../../../../core/dates/date-reader.ts';
import { leaningAt } from '../../../../core/dates/leaning.ts';
import { publicationDay } from '../../../../core/dates/publication-day.ts';
import { endOf, type Span, startOf } from '../../../../core/model/span.ts';
import { useDateReader } from '../../../app/dates/use-date-reader.ts';
import { useProject } from '../../../app/use-application.ts';

/** What words come to at a span's place in the open article; `unknown` until the reader is loaded. */
export function useDateReading(span: Span): (words: string) => DateReading {
  const reader = useDateReader();
  const text = useProject((state) => state.open?.body.text ?? '');
  const metadata = useProject((state) => state.open?.record.metadata);
  const published = useMemo(() => publicationDay(metadata ?? {}, reader), [metadata, reader]);
  const leaning = useMemo(() => leaningAt(text, startOf(span), endOf(span)), [text, span]);
  return useCallback(
    (words) => (reader === null ? { kind: 'unknown' } : reader(words, published, leaning)),
    [reader, published, leaning],
  );
}
