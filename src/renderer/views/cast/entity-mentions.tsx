import { Copy, Split } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Entity } from '../../../core/model/entity.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { count } from '../../../core/text/number-words.ts';
import { copyText } from '../../app/copy-text.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { useScan } from '../../app/use-scan.ts';
import { goToSpan } from '../../app/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { ArticleMentions, ListedSpan } from '../../workers/scan/entity-mentions.ts';
import { asText, type MentionOrder, mentionRows } from './mention-rows.ts';
import { SplitDialog } from './split-dialog.tsx';

const parts = [
  { value: 'claims', label: 'Everything said' },
  { value: 'mentions', label: 'Mentions' },
] as const;
const orders = [
  { value: 'list', label: 'As listed' },
  { value: 'date', label: 'By date' },
] as const satisfies readonly { readonly value: MentionOrder; readonly label: string }[];
const itemHeight = 34;
const headingHeight = 30;

const nothing: readonly ArticleMentions[] = [];
const append = (found: readonly ArticleMentions[], batch: readonly ArticleMentions[]) => [...found, ...batch];

interface EntityMentionsProps {
  readonly entity: Entity;
  readonly readOnly: boolean;
}

/** Everything that a member of the cast said, and where it is mentioned, in order, each a way into the text. */
export function EntityMentions({ entity, readOnly }: EntityMentionsProps) {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const [part, setPart] = useState<'claims' | 'mentions'>('claims');
  const [order, setOrder] = useState<MentionOrder>('list');
  const [ticked, setTicked] = useState<ReadonlyMap<Identifier, ListedSpan>>(new Map());
  const [isSplitting, setSplitting] = useState(false);
  const args = useMemo(() => ({ entity: entity.id }), [entity.id]);
  const { value, isDone, problem } = useScan('entityMentions', args, nothing, append);
  const rows = useMemo(() => mentionRows(value, part, articles, order), [value, part, articles, order]);
  const chosen = useMemo(
    () => rows.map(({ span }) => span).filter((span) => ticked.has(keyOf(span))),
    [rows, ticked],
  );
  const go = (span: ListedSpan) => void goToSpan(app, span.articleId, span.id).catch(app.reportFault);
  const tick = (span: ListedSpan) => {
    const next = new Map(ticked);
    if (!next.delete(keyOf(span))) next.set(keyOf(span), span);
    setTicked(next);
  };
  return (
    <div className="cast-mentions">
      <div className="cast-mentions-head">
        <Segmented label="What is listed" value={part} choices={parts} onChange={setPart} />
        <span className="cast-mentions-count" role="status">
          {isDone ? count(rows.length, part === 'claims' ? 'claim' : 'mention') : 'Reading the project…'}
        </span>
        <Segmented label="Order of articles" value={order} choices={orders} onChange={setOrder} />
        {part === 'claims' ? (
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              copyText(asText(entity.name, rows));
              app.notices.inform(`${count(rows.length, 'claim')} copied as text.`);
            }}
          >
            <Copy size={14} aria-hidden="true" />
            Copy as text
          </Button>
        ) : (
          <Button disabled={readOnly || chosen.length === 0} onClick={() => setSplitting(true)}>
            <Split size={14} aria-hidden="true" />
            Move ticked to new…
          </Button>
        )}
      </div>
      {problem === null ? null : (
        <p className="cast-problem" role="alert">
          {problem}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="cast-none">{isDone ? emptyWords(part) : ''}</p>
      ) : (
        <VirtualList
          key={part}
          label={part === 'claims' ? `Everything ${entity.name} said` : `Mentions of ${entity.name}`}
          count={rows.length}
          keyOf={(index) => keyOf(rows[index]?.span) ?? String(index)}
          nameOf={(index) => rows[index]?.span.words ?? ''}
          estimateHeight={(index) => itemHeight + (rows[index]?.heading == null ? 0 : headingHeight)}
          current={-1}
          onItemKey={(event, index) => {
            const span = rows[index]?.span;
            if (event.key !== 'Enter' || span === undefined || part === 'claims') return;
            event.preventDefault();
            go(span);
          }}
          renderItem={({ index, isTabStop }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { span, heading } = row;
            return (
              <>
                {heading === null ? null : (
                  <div className="cast-article">
                    <bdi>{heading}</bdi>
                  </div>
                )}
                <div className="cast-mention">
                  {part === 'mentions' ? (
                    <input
                      type="checkbox"
                      data-tab-stop
                      aria-label={`Tick ${span.words}`}
                      tabIndex={isTabStop ? 0 : -1}
                      checked={ticked.has(keyOf(span))}
                      onChange={() => tick(span)}
                    />
                  ) : null}
                  <button
                    type="button"
                    className="cast-words"
                    data-tab-stop={part === 'claims' || undefined}
                    tabIndex={isTabStop ? 0 : -1}
                    onClick={() => go(span)}
                  >
                    <bdi>{span.words}</bdi>
                  </button>
                </div>
              </>
            );
          }}
        />
      )}
      {isSplitting ? (
        <SplitDialog
          entity={entity}
          chosen={chosen}
          onClose={() => setSplitting(false)}
          onDone={() => setTicked(new Map())}
        />
      ) : null}
    </div>
  );
}

function keyOf(span: ListedSpan): string;
function keyOf(span: ListedSpan | undefined): string | undefined;
function keyOf(span: ListedSpan | undefined): string | undefined {
  return span === undefined ? undefined : `${span.articleId} ${span.id}`;
}

function emptyWords(part: 'claims' | 'mentions'): string {
  return part === 'claims'
    ? 'No claim is linked to this member of the cast yet.'
    : 'Nothing in the articles stands for this member of the cast yet.';
}
