import { tagById } from '../../../core/model/tag-set.ts';
import type { CarriedSpan, Fate } from '../../../core/operations/gestures/carry-over.ts';
import { wordChanges } from '../../../core/text/align-texts.ts';
import { useProject } from '../../app/use-application.ts';
import { TagSwatch } from '../../ui/tag-swatch.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import './carry-over.css';

/** CSS pixels of a row of one line. */
const rowHeight = 34;

/** Words of a very long annotation are cut: enough is shown to know it by. */
const longestWords = 400;

const fateNames: Readonly<Record<Fate, string>> = {
  unmoved: 'unmoved',
  moved: 'moved',
  changed: 'changed',
  vanished: 'gone',
};

interface CarriedListProps {
  readonly carried: readonly CarriedSpan[];
  /** Ids of the earlier spans that do not come along. */
  readonly leftOut: ReadonlySet<string>;
  readonly onLeaveOut: (leftOut: ReadonlySet<string>) => void;
}

export function CarriedList({ carried, leftOut, onLeaveOut }: CarriedListProps) {
  const tagSet = useProject((state) => state.project.tagSet);
  const direction = useProject((state) => state.open?.record.direction ?? 'ltr');
  const toggle = (id: string) => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    onLeaveOut(next);
  };
  return (
    <div className="carried-list">
      <VirtualList
        label="Annotations of the earlier version"
        count={carried.length}
        keyOf={(index) => carried[index]?.span.id ?? String(index)}
        nameOf={(index) => carried[index]?.span.quote ?? ''}
        estimateHeight={() => rowHeight}
        current={-1}
        renderItem={({ index, isTabStop }) => {
          const one = carried[index];
          if (one === undefined) return null;
          const { span, fate } = one;
          const tag = tagById(tagSet, span.tag);
          const isGone = fate === 'vanished';
          return (
            <label className="carried" data-fate={fate}>
              <input
                type="checkbox"
                data-tab-stop
                tabIndex={isTabStop ? 0 : -1}
                checked={!isGone && !leftOut.has(span.id)}
                disabled={isGone}
                onChange={() => toggle(span.id)}
              />
              <span className="carried-tag">
                {tag === undefined ? null : <TagSwatch tag={tag} />} {tag?.name ?? span.tag}
              </span>
              <bdi className="carried-words" dir={direction}>
                <CarriedWords carried={one} />
              </bdi>
              <span className="carried-fate">{fateNames[fate]}</span>
            </label>
          );
        }}
      />
    </div>
  );
}

function CarriedWords({ carried: { span, fate, quote } }: { readonly carried: CarriedSpan }) {
  const before = cut(span.quote);
  if (fate === 'vanished') return <del>{before}</del>;
  if (fate !== 'changed') return before;
  let at = 0;
  return wordChanges(before, cut(quote)).map(({ kind, text }) => {
    at += text.length;
    const key = `${kind}${at}`;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
  });
}

function cut(words: string): string {
  const plain = words.replace(/\s+/gu, ' ');
  return plain.length > longestWords ? `${plain.slice(0, longestWords)}…` : plain;
}
