import { UserCheck } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { speakerTags } from '../../../core/cast/who-attribute.ts';
import { count, grouped } from '../../../core/text/number-words.ts';
import { useProject } from '../../app/use-application.ts';
import { useScan } from '../../app/use-scan.ts';
import { Button } from '../../ui/button.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { UnassignedWords } from '../../workers/scan/unassigned-speakers.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { addGroups, listedGroups } from './unassigned-groups.ts';

const nothing: ReadonlyMap<string, UnassignedWords> = new Map();

/** The words of speakers of whom nobody has said who they are, the most frequent first, to assign many at once. */
export function UnassignedPage({ readOnly }: { readonly readOnly: boolean }) {
  const tagSet = useProject((state) => state.project.tagSet);
  const [query, setQuery] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly UnassignedWords[] | null>(null);
  const args = useMemo(() => ({ speakerTags: speakerTags(tagSet) }), [tagSet]);
  const { value, isDone, problem } = useScan('unassignedSpeakers', args, nothing, addGroups);
  const sought = useDeferredValue(query);
  const groups = useMemo(() => listedGroups(value, sought), [value, sought]);
  const chosen = useMemo(() => [...value.values()].filter(({ key }) => ticked.has(key)), [value, ticked]);
  const tick = (key: string) => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    setTicked(next);
  };
  return (
    <section className="cast-page" aria-label="Speakers who are not assigned">
      <div className="cast-page-head">
        <h3 className="cast-page-name">Not assigned</h3>
        <Button disabled={readOnly || chosen.length === 0} onClick={() => setAsked(chosen)}>
          <UserCheck size={14} aria-hidden="true" />
          Assign ticked…
        </Button>
      </div>
      <div className="cast-mentions">
        <div className="cast-mentions-head">
          <input
            type="search"
            className="text-field"
            aria-label="Search speakers who are not assigned"
            placeholder="Search their words"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <span className="cast-mentions-count" role="status">
            {isDone ? count(groups.length, 'wording') : 'Reading the project…'}
          </span>
        </div>
        {problem === null ? null : (
          <p className="cast-problem" role="alert">
            {problem}
          </p>
        )}
        {groups.length === 0 ? (
          <p className="cast-none">
            {isDone
              ? value.size === 0
                ? 'Every speaker that is tagged stands for somebody of the cast.'
                : 'No speaker has these words.'
              : ''}
          </p>
        ) : (
          <VirtualList
            label="Speakers who are not assigned"
            count={groups.length}
            keyOf={(index) => groups[index]?.key ?? String(index)}
            nameOf={(index) => groups[index]?.words ?? ''}
            estimateHeight={() => 32}
            current={-1}
            onItemKey={(event, index) => {
              const group = groups[index];
              if (event.key !== 'Enter' || group === undefined || readOnly) return;
              event.preventDefault();
              setAsked(ticked.has(group.key) ? chosen : [group]);
            }}
            renderItem={({ index, isTabStop }) => {
              const group = groups[index];
              if (group === undefined) return null;
              return (
                <label className="cast-mention cast-wording">
                  <input
                    type="checkbox"
                    data-tab-stop
                    tabIndex={isTabStop ? 0 : -1}
                    checked={ticked.has(group.key)}
                    onChange={() => tick(group.key)}
                  />
                  <bdi className="cast-wording-words">{group.words}</bdi>
                  <span className="cast-item-count">× {grouped(group.spans.length)}</span>
                </label>
              );
            }}
          />
        )}
      </div>
      {asked === null ? null : (
        <AssignDialog groups={asked} onClose={() => setAsked(null)} onDone={() => setTicked(new Set())} />
      )}
    </section>
  );
}
