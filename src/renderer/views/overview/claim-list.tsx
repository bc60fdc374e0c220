import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { AttributionMark } from '../../../core/measure/attribution-tally.ts';
import type { Span } from '../../../core/model/span.ts';
import { count } from '../../../core/text/number-words.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { goToSpan } from '../../app/workspace.ts';
import { spanWords } from '../../panels/span-name.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { AttributionScope } from '../../workers/scan/read-attributions.ts';

/** More claims than this are not listed: the picture's mark says how many there are. */
const mostClaims = 5_000;

/** CSS pixels. */
const headHeight = 46;
const itemHeight = 52;
const mostInSight = 7;

interface ClaimListProps {
  readonly title: string;
  readonly mark: AttributionMark;
  readonly scope: AttributionScope;
  readonly onClose: () => void;
}

/** The claims behind a mark, each a way into its text. */
export function ClaimList({ title, mark, scope, onClose }: ClaimListProps) {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const [claims, setClaims] = useState<readonly Span[]>([]);
  const [isDone, setDone] = useState(false);
  const heading = useId();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      for await (const batch of app.scans.run('markedClaims', { ...scope, mark }, stop.signal)) {
        setClaims((before) => [...before, ...batch].slice(0, mostClaims));
      }
      if (!stop.signal.aborted) setDone(true);
    };
    setClaims([]);
    setDone(false);
    read().catch(app.reportFault);
    return () => stop.abort();
  }, [app, mark, scope]);
  useEffect(() => frame.current?.focus(), []);
  return (
    <section
      ref={frame}
      className="claim-list"
      style={{ height: headHeight + Math.max(1, Math.min(claims.length, mostInSight)) * itemHeight }}
      aria-labelledby={heading}
      tabIndex={-1}
    >
      <header className="claim-list-head">
        <h3 id={heading} dir="auto">
          {title}
        </h3>
        <span aria-live="polite">
          {isDone ? count(claims.length, 'claim') : `${count(claims.length, 'claim')} so far…`}
        </span>
        <IconButton icon={X} label="Close list" onClick={onClose} />
      </header>
      <VirtualList
        label={title}
        count={claims.length}
        keyOf={(index) => `${claims[index]?.articleId} ${claims[index]?.id}`}
        nameOf={(index) => nameOf(claims[index])}
        estimateHeight={() => itemHeight}
        current={-1}
        renderItem={({ index, isTabStop }) => {
          const claim = claims[index];
          return claim === undefined ? null : (
            <button
              type="button"
              className="claim-list-item"
              data-tab-stop
              tabIndex={isTabStop ? 0 : -1}
              onClick={() => void goToSpan(app, claim.articleId, claim.id).catch(app.reportFault)}
            >
              <span className="claim-list-words" dir="auto">
                {spanWords(claim)}
              </span>
              <span className="claim-list-article" dir="auto">
                {articles.get(claim.articleId)?.record.title}
              </span>
            </button>
          );
        }}
      />
    </section>
  );

  function nameOf(claim: Span | undefined): string {
    if (claim === undefined) return '';
    return `${spanWords(claim)}, ${articles.get(claim.articleId)?.record.title ?? ''}`;
  }
}
