import {
  defaultRangeExtractor,
  measureElement,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { listKeyTarget } from './list-keys.ts';
import './virtual-list.css';

export interface ItemState {
  readonly index: number;
  /** True for the one item that the Tab key reaches. */
  readonly isTabStop: boolean;
  readonly isCurrent: boolean;
}

interface VirtualListProps {
  readonly id?: string;
  readonly label: string;
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Accessible name of an item. */
  readonly nameOf: (index: number) => string;
  /** CSS pixels, before the item was measured. */
  readonly estimateHeight: (index: number) => number;
  /** Index of the item that is current in the whole app, -1 when none is; it is scrolled into view when it changes. */
  readonly current: number;
  /** What the list is an answer to. While there is something, it does not go to its current item, but to its top when this changes. */
  readonly answerTo?: string | undefined;
  /** Draws an item; a button in it with `tabIndex={isTabStop ? 0 : -1}` and `data-tab-stop` takes the focus. */
  readonly renderItem: (state: ItemState) => ReactNode;
  /** Keys of this list's own that move the focus: says to which item. */
  readonly moveOf?: (event: KeyboardEvent, index: number) => number | undefined;
  /** Hears keys other than those that move. */
  readonly onItemKey?: (event: KeyboardEvent, index: number) => void;
}

/**
 * A list of any length of which only what is in sight is in the document. Arrow keys, Home, End and the Page keys move the focus; the item
 * that has it stays in the document wherever the list is scrolled to.
 */
export function VirtualList(props: VirtualListProps) {
  const { id, label, count, keyOf, nameOf, estimateHeight, current } = props;
  const { answerTo, renderItem, moveOf, onItemKey } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const wantsFocus = useRef(false);
  const hadFocus = useRef(false);
  const tabStop = active >= 0 && active < count ? active : current >= 0 ? current : 0;

  const isAnswer = answerTo !== undefined;

  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (tabStop >= count || indexes.includes(tabStop)) return indexes;
      return [...indexes, tabStop].sort((a, b) => a - b);
    },
    [tabStop, count],
  );
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: estimateHeight,
    getItemKey: keyOf,
    overscan: 6,
    measureElement: heightOf,
    rangeExtractor,
  });

  useEffect(() => {
    if (current < 0) return;
    setActive(-1);
    if (!isAnswer) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current, isAnswer, virtualizer]);

  useEffect(() => {
    if (answerTo !== undefined) virtualizer.scrollToOffset(0);
  }, [answerTo, virtualizer]);

  useEffect(() => {
    // An item that goes while it has the focus, as when it is deleted, leaves it to the one in its place.
    const isLost = hadFocus.current && document.activeElement === document.body;
    if (!wantsFocus.current && !isLost) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${tabStop}"] [data-tab-stop]`)?.focus();
  });

  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const index = Number(event.currentTarget.dataset.index);
    const pageful = Math.max(1, virtualizer.getVirtualItems().length - 12);
    const target = listKeyTarget(event, index, count, pageful) ?? moveOf?.(event, index);
    if (target === undefined) {
      onItemKey?.(event, index);
      return;
    }
    event.preventDefault();
    setActive(target);
    wantsFocus.current = true;
    virtualizer.scrollToIndex(target, { align: 'auto' });
  };

  return (
    <div ref={scroller} className="virtual-list">
      <ul id={id} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-label={nameOf(index)}
            aria-setsize={count}
            aria-posinset={index + 1}
            aria-current={index === current || undefined}
            style={{ transform: `translateY(${start}px)` }}
            onKeyDown={onKeyDown}
            onFocus={() => {
              hadFocus.current = true;
              setActive(index);
            }}
            onBlur={() => {
              hadFocus.current = false;
            }}
          >
            {renderItem({ index, isTabStop: index === tabStop, isCurrent: index === current })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * The height of an item, CSS pixels: as expected until the frame is laid out, when the resize observer tells it. Asking at once would lay out the whole
 * window in the middle of an update, and again at its end.
 */
function heightOf(
  item: HTMLLIElement,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement>,
): number {
  if (entry !== undefined) return measureElement(item, entry, virtualizer);
  const index = virtualizer.indexFromElement(item);
  const known = virtualizer.itemSizeCache.get(virtualizer.options.getItemKey(index));
  return known ?? virtualizer.options.estimateSize(index);
}
