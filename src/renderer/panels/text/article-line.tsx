import { count } from '../../app/count-words.ts';
import { useProject } from '../../app/use-application.ts';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Where the open article comes from: file, date, length. */
export function ArticleLine() {
  const record = useProject((state) => state.open?.record);
  const complete = useProject((state) => state.openComplete);
  if (record === undefined) return null;
  const published = record.metadata.date ?? record.metadata.published;
  const facts = [
    published ?? `opened ${date.format(new Date(record.createdAt))}`,
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
