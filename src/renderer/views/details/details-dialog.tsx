import { useState } from 'react';
import { dateFormat } from '../../../core/messages/date-format.ts';
import type { ArticleRecord } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { describeArticle } from '../../../core/operations/gestures/change-article.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { byteWords } from '../../app/byte-words.ts';
import { performInList } from '../../app/perform.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EncodingField } from './encoding-field.tsx';
import { MetadataFields } from './metadata-fields.tsx';
import { metadataKeys, useArticleDetails } from './use-article-details.ts';

const time = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

/** What is known of an article: its title, note and publication can be changed, and its encoding as long as nothing is tagged. */
export function DetailsDialog({ articleId }: { readonly articleId: Identifier }) {
  const app = useApplication();
  const summary = useProject((state) => state.articles.get(articleId));
  const [title, setTitle] = useState(summary?.record.title ?? '');
  const [note, setNote] = useState(summary?.record.note ?? '');
  const details = useArticleDetails(summary?.record);
  const readOnly = useProject((state) => state.saving.kind === 'readOnly');
  if (summary === undefined) return null;
  const { record } = summary;
  const { source } = record;
  const close = () => app.interface.setState({ dialog: null });
  const save = () => {
    if (Object.keys(details.problems).length > 0) return;
    const metadata = changed(record, details.values);
    const result = describeArticle(record, { title, note, metadata }, new Date().toISOString());
    if (performInList(app, result) || (!result.ok && result.reason.code === 'unchanged')) close();
  };
  return (
    <Dialog
      title="Article details"
      onClose={close}
      onSubmit={save}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" type="submit">
            Save
          </Button>
        </>
      }
    >
      <label>
        <span className="field-label">Title</span>
        <input
          className="text-field"
          dir="auto"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label>
        <span className="field-label">Note</span>
        <textarea
          className="text-field"
          dir="auto"
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <MetadataFields details={details} readOnly={readOnly} />
      <EncodingField summary={summary} />
      <dl className="fact-list">
        <dt>File</dt>
        <dd>
          <bdi>{source.fileName}</bdi>
        </dd>
        <dt>Size</dt>
        <dd>
          {byteWords(source.byteLength)}
          {source.byteOrderMark ? ', with a byte order mark' : ''}
        </dd>
        <dt>Length</dt>
        <dd>
          {grouped(record.wordCount)} words, {grouped(record.textLength)} characters (UTF-16)
        </dd>
        {source.replacements === 0 ? null : (
          <>
            <dt>Not decodable</dt>
            <dd>{grouped(source.replacements)} places, shown as U+FFFD. Another encoding may fit better.</dd>
          </>
        )}
        <dt>Reader</dt>
        <dd>{source.reader}</dd>
        <dt>SHA-256</dt>
        <dd className="digest">{source.sha256}</dd>
        <dt>Opened</dt>
        <dd>{time.format(new Date(record.createdAt))}</dd>
        {otherMetadata(record).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** The fields that say something else than the article does. A date under its older name moves to the new one only when it changes. */
function changed(record: ArticleRecord, values: Readonly<Record<string, string>>): Record<string, string> {
  const before: Record<string, string> = {
    ...record.metadata,
    date: record.metadata.date ?? record.metadata.published ?? '',
  };
  return Object.fromEntries(
    metadataKeys.flatMap((key) => ((before[key] ?? '') === values[key] ? [] : [[key, values[key] ?? '']])),
  );
}

/** Metadata without a field of their own. */
function otherMetadata({ metadata }: ArticleRecord): [string, string][] {
  return Object.entries(metadata).filter(([key]) => metadataKeys.every((known) => known !== key));
}
