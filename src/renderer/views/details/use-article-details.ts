import { useEffect, useMemo, useState } from 'react';
import { type CalendarDate, isoDay } from '../../../core/dates/calendar.ts';
import { dateLanguageOf } from '../../../core/dates/date-language.ts';
import type { DateReader } from '../../../core/dates/date-reader.ts';
import type { ArticleRecord } from '../../../core/model/article.ts';
import {
  type MetadataKey,
  type MetadataProposal,
  metadataProposals,
} from '../../../core/text/metadata-proposals.ts';
import { useApplication } from '../../app/use-application.ts';

export const metadataKeys = ['date', 'outlet', 'author', 'url'] as const satisfies readonly MetadataKey[];

type Drafts = Readonly<Record<MetadataKey, string>>;

interface ArticleDetails {
  readonly drafts: Drafts;
  readonly setDraft: (key: MetadataKey, words: string) => void;
  /** What text and file name propose for a field that does not say it yet. */
  readonly proposalsFor: (key: MetadataKey) => readonly MetadataProposal[];
  /** The values to keep, or what is wrong with which field. */
  readonly values: Drafts;
  readonly problems: Readonly<Partial<Record<MetadataKey, string>>>;
}

/** What is being written in the fields for an article's metadata, and what its text proposes for them. */
export function useArticleDetails(record: ArticleRecord | undefined): ArticleDetails {
  const app = useApplication();
  const stored = record?.metadata;
  const [drafts, setDrafts] = useState<Drafts>({
    date: stored?.date ?? stored?.published ?? '',
    outlet: stored?.outlet ?? '',
    author: stored?.author ?? '',
    url: stored?.url ?? '',
  });
  const [source, setSource] = useState<{ reader: DateReader; text: string } | null>(null);
  const articleId = record?.id;
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      if (articleId === undefined) return;
      const [{ body }, { loadDateReader }] = await Promise.all([
        app.workbench.readArticle(articleId),
        import('../../../core/dates/load-date-reader.ts'),
      ]);
      const reader = await loadDateReader(dateLanguageOf(body.text));
      if (isWanted) setSource({ reader, text: body.text });
    };
    load().catch(app.reportFault);
    return () => {
      isWanted = false;
    };
  }, [app, articleId]);
  const fileName = record?.source.fileName ?? '';
  const proposals = useMemo(
    () =>
      source === null
        ? []
        : metadataProposals(source.text, fileName, (words) => dayIn(source.reader, words, null)),
    [source, fileName],
  );
  const day = dateValue(drafts.date, source?.reader ?? null);
  const isDateKept = drafts.date === (stored?.date ?? stored?.published ?? '');
  const address = drafts.url.trim();
  const problems: Partial<Record<MetadataKey, string>> = {};
  // What came with a dataset may stay as it is.
  if (day === undefined && !isDateKept) problems.date = 'Give a day, like 14 March 2031.';
  if (address !== '' && address !== stored?.url && !isAddress(address)) {
    problems.url = 'Give a whole web address, like https://example.org/story.';
  }
  return {
    drafts,
    setDraft: (key, words) => setDrafts((now) => ({ ...now, [key]: words })),
    proposalsFor: (key) =>
      proposals.filter((proposal) => proposal.key === key && proposal.value !== drafts[key]),
    values: {
      date: isDateKept ? drafts.date : (day ?? drafts.date),
      outlet: drafts.outlet.trim(),
      author: drafts.author.trim(),
      url: address,
    },
    problems,
  };
}

/** ISO 8601 of the day that was written, in words that count from today too; empty for none, undefined when it is no day. */
function dateValue(draft: string, reader: DateReader | null): string | undefined {
  if (draft.trim() === '') return '';
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  return reader === null ? undefined : dayIn(reader, draft, today);
}

function dayIn(reader: DateReader, words: string, published: CalendarDate | null): string | undefined {
  const reading = reader(words, published, 'past');
  if (reading.kind !== 'resolved') return undefined;
  const { type, value, granularity, modifier } = reading.value;
  const isDay = type === 'date' && granularity === 'day' && modifier === null && value.length === isoLength;
  return isDay ? value : undefined;
}

const isoLength = isoDay({ year: 2031, month: 3, day: 14 }).length;

function isAddress(words: string): boolean {
  return URL.canParse(words) && /^https?:\/\/\S+$/i.test(words);
}
