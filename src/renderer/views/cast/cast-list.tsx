import { useDeferredValue, useMemo, useState } from 'react';
import { count, grouped } from '../../../core/text/number-words.ts';
import { useApplication, useInterface, useProject } from '../../app/use-application.ts';
import type { Scanned } from '../../app/use-scan.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { type CastOrder, castRows } from './cast-rows.ts';
import type { CastCounts } from './use-cast-counts.ts';

const itemHeight = 51;
const orders: readonly { readonly value: CastOrder; readonly label: string }[] = [
  { value: 'name', label: 'By name' },
  { value: 'mentions', label: 'Most mentions' },
  { value: 'claims', label: 'Most claims' },
  { value: 'added', label: 'Added last' },
];

/** The cast, to search, sort and choose from, and above it the speakers of whom nobody has said who they are. */
export function CastList({ counts }: { readonly counts: Scanned<CastCounts> }) {
  const app = useApplication();
  const cast = useProject((state) => state.project.entities);
  const subject = useInterface((state) => state.castSubject);
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<CastOrder>('name');
  const sought = useDeferredValue(query);
  const { value, isDone, problem } = counts;
  const rows = useMemo(() => castRows(cast, value, sought, order), [cast, value, sought, order]);
  const current = subject?.kind === 'entity' ? rows.findIndex(({ id }) => id === subject.id) : -1;
  return (
    <div className="cast-side">
      <input
        type="search"
        className="text-field"
        aria-label="Search the cast"
        placeholder="Search the cast"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <SelectField
        label="Order of the cast"
        labelHidden
        value={order}
        options={orders}
        onChange={(chosen) => setOrder(orders.find((one) => one.value === chosen)?.value ?? 'name')}
      />
      <button
        type="button"
        className="cast-item cast-unassigned"
        aria-pressed={subject?.kind === 'unassigned'}
        onClick={() => app.interface.setState({ castSubject: { kind: 'unassigned' } })}
      >
        <span className="cast-item-name">Not assigned</span>
        <span className="cast-item-count">{isDone ? grouped(value.unassigned) : '…'}</span>
      </button>
      {problem === null ? null : (
        <p className="cast-problem" role="alert">
          {problem}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="cast-none">{cast.length === 0 ? 'Nobody yet.' : 'Nobody has these letters.'}</p>
      ) : (
        <VirtualList
          label="Cast"
          count={rows.length}
          keyOf={(index) => rows[index]?.id ?? String(index)}
          nameOf={(index) => rows[index]?.name ?? ''}
          estimateHeight={() => itemHeight}
          current={current}
          renderItem={({ index, isTabStop, isCurrent }) => {
            const entity = rows[index];
            if (entity === undefined) return null;
            const claims = value.claims.get(entity.id) ?? 0;
            const mentions = value.mentions.get(entity.id) ?? 0;
            return (
              <button
                type="button"
                className="cast-item"
                data-tab-stop
                data-current={isCurrent || undefined}
                tabIndex={isTabStop ? 0 : -1}
                onClick={() => app.interface.setState({ castSubject: { kind: 'entity', id: entity.id } })}
              >
                <span className="cast-item-name">
                  <bdi>{entity.name}</bdi>
                </span>
                <span className="cast-item-count">{count(claims, 'claim')}</span>
                <span className="cast-item-role">
                  <bdi>{entity.role === '' ? (entity.anonymous ? 'anonymous' : '') : entity.role}</bdi>
                </span>
                <span className="cast-item-count">{count(mentions, 'mention')}</span>
              </button>
            );
          }}
        />
      )}
    </div>
  );
}
