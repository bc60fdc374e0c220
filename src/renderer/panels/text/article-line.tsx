import { calendarDate } from '../../../core/dates/calendar.ts';
import { dateFormat } from '../../../core/messages/date-format.ts';
import { t } from '../../../core/messages/translate.ts';
import { useProject } from '../../app/use-application.ts';

const date = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });

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
    when ?? t('panels.text.openedDate', { date: date.format(new Date(record.createdAt)) }),
    ...(author === undefined ? [] : [isolated(author)]),
    t('panels.text.words', { words: record.wordCount }),
    ...(record.versionOf === null ? [] : [t('panels.text.aLaterVersionOfThe')]),
    ...(record.trashedAt === null ? [] : [t('panels.text.inTheTrash')]),
    ...(complete ? [] : [t('panels.text.readingAnnotations')]),
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
