import { useState } from 'react';
import type { Span } from '../../../core/model/span.ts';
import type { Query } from '../../../core/search/query.ts';
import { count, grouped } from '../../../core/text/number-words.ts';
import { tagPlaces, tellTagged } from '../../app/tag-places.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { QueryToggles, toggledByKey } from '../../ui/query-toggles.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { OccurrenceList } from './occurrence-list.tsx';
import { mostOccurrences, useOccurrences } from './use-occurrences.ts';
import './tag-everywhere.css';

interface TagEverywhereDialogProps {
  readonly query: Query;
  readonly like: Span | null;
}

const reaches = [
  { value: 'article', label: 'This article' },
  { value: 'project', label: 'Whole project' },
] as const;

/** Shows every place where words stand, and tags those that stay ticked, in one step. */
export function TagEverywhereDialog({ query: first, like }: TagEverywhereDialogProps) {
  const app = useApplication();
  const tags = useProject((state) => state.project.tagSet.tags);
  const open = useProject((state) => state.open?.record.id ?? null);
  const [query, setQuery] = useState(first);
  const [reach, setReach] = useState<(typeof reaches)[number]['value']>('article');
  const [tag, setTag] = useState(like?.tag ?? tags[0]?.id ?? '');
  const [copies, setCopies] = useState(true);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const { rows, found, isSearching, problem } = useOccurrences(query, reach === 'article' ? open : null);
  const chosen = rows.filter((row) => !row.tags.includes(tag) && !unticked.has(row.key));
  const tagged = rows.filter((row) => row.tags.includes(tag)).length;
  const mayCopy = like !== null && like.tag === tag && Object.keys(like.attributes).length > 0;
  const close = () => app.interface.setState({ dialog: null });
  const submit = () => {
    if (chosen.length === 0 || isSearching) return;
    close();
    const attributes = mayCopy && copies ? like.attributes : {};
    tagPlaces(app, chosen, tag, attributes)
      .then((result) => {
        if (result !== null) tellTagged(app, result);
      })
      .catch(app.reportFault);
  };
  return (
    <Dialog
      title="Tag every occurrence"
      size="wide"
      onClose={close}
      onSubmit={submit}
      focusFirst="default"
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={chosen.length === 0 || isSearching}>
            Tag {count(chosen.length, 'place')}
          </Button>
        </>
      }
    >
      <div className="occurrence-line">
        <input
          type="search"
          className="text-field"
          aria-label="Words"
          dir="auto"
          value={query.words}
          aria-invalid={problem !== null}
          onChange={(event) => setQuery({ ...query, words: event.target.value })}
          onKeyDown={(event) => {
            const other = toggledByKey(query, event);
            if (other === undefined) return;
            setQuery(other);
            event.preventDefault();
          }}
        />
        <QueryToggles query={query} onChange={setQuery} />
        <Segmented label="Where" value={reach} choices={reaches} onChange={setReach} />
        <SelectField
          label="Tag with"
          labelHidden
          value={tag}
          options={tags.map(({ id, name }) => ({ value: id, label: `Tag as ${name}` }))}
          onChange={setTag}
        />
      </div>
      {mayCopy ? (
        <label className="check-field">
          <input type="checkbox" checked={copies} onChange={(event) => setCopies(event.target.checked)} />
          Say the same of them as of this annotation (who it is, and its other attributes)
        </label>
      ) : null}
      <p role="status">{problem ?? stateWords()}</p>
      <OccurrenceList rows={rows} tag={tag} unticked={unticked} onUntick={setUnticked} />
    </Dialog>
  );

  function stateWords(): string {
    if (isSearching) return `Searching… ${grouped(found)} found`;
    if (found === 0) return 'The words stand nowhere else.';
    const already = tagged === 0 ? '' : `, ${grouped(tagged)} tagged already`;
    const cut =
      found > rows.length ? ` Only the first ${grouped(mostOccurrences)} are tagged in one step.` : '';
    return `${count(found, 'place')} found${already}.${cut}`;
  }
}
