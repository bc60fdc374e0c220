import { calendarDate } from '../../../core/dates/calendar.ts';
import { count } from '../../../core/text/number-words.ts';
import { useProject } from '../../app/use-application.ts';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Where the open article comes from: file, outlet, date, author, length. */
export function ArticleLine() {
  const record = useProject((state) => state.open?.record);
  const complete = useProject((state) => state.openComplete);
  if (record === undefined) return null;
  const published = record.metadata.date ?? record.metadata.published;
  const day = calendarDate(published ?? '');
  const when = day === undefined ? published : date.format(new Date(day.year, day.month - 1, day.day));
  const { outlet, author } = record.metadata;
  const facts = [
    ...(outlet === undefined ? [] : [isolated(outlet)]),
    when ?? `opened ${date.format(new Date(record.createdAt))}`,
    ...(author === undefined ? [] : [isolated(author)]),
    count(record.wordCount, 'word'),
    ...(record.versionOf === null ? [] : ['a later version of the file']),
    ...(record.trashedAt === null ? [] : ['in the trash']),
    ...(complete ? [] : ['reading annotations…']),
  ];
  return (
    <div className="article-line">
      <bdi className="article-line-file" title={record.source.fileName}>
        {record.source.fileName}
      </bdi>
      <span className="article-line-facts">{facts.map((fact) => `· ${fact}`).join(' ')}</span>
    </div>
  );
}

/** Words from outside between marks that keep their direction to themselves. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
