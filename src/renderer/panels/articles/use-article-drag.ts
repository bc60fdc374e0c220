import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Identifier } from '../../../core/model/identifier.ts';
import { mayMove, moveBefore } from '../../app/articles/article-actions.ts';
import { articleAttribute } from '../../app/articles/article-targets.ts';
import { canWrite } from '../../app/preconditions.ts';
import { useApplication } from '../../app/use-application.ts';

/** CSS pixels that the pointer may tremble in a click. */
const tremble = 6;

/** Within so many CSS pixels of its upper and lower edge the list scrolls, by so many in each frame. */
const edge = 36;
const scrollStep = 9;

interface Drag {
  readonly id: Identifier;
  /** The article is put down in front of the item with this index; the number of items is the end. */
  readonly to: number;
}

/**
 * Lets articles be dragged to another place in the list. Where the list is not in its own order, it says why they cannot.
 * @param ids of the items, in order
 */
export function useArticleDrag(ids: readonly Identifier[]) {
  const app = useApplication();
  const [drag, setDrag] = useState<Drag | null>(null);
  const stop = useRef<() => void>(undefined);
  const latestIds = useRef(ids);
  latestIds.current = ids;
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (press: PointerEvent<HTMLElement>) => {
    const item = press.target instanceof Element ? press.target.closest(`[${articleAttribute}]`) : null;
    const id = item?.getAttribute(articleAttribute);
    const scroller = item?.closest('.virtual-list');
    if (id == null || scroller == null || press.button !== 0 || press.pointerType === 'touch') return;
    if (press.ctrlKey || press.metaKey || press.shiftKey || !canWrite(app)) return;
    let dragged: Drag | null = null;
    let pointer = press.clientY;
    let frame = 0;

    const follow = () => {
      dragged = { id, to: placeAt(scroller, pointer) };
      setDrag(dragged);
    };
    const scroll = () => {
      const { top, bottom } = scroller.getBoundingClientRect();
      if (pointer < top + edge) scroller.scrollTop -= scrollStep;
      else if (pointer > bottom - edge) scroller.scrollTop += scrollStep;
      follow();
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (event: globalThis.PointerEvent) => {
      pointer = event.clientY;
      const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > tremble;
      if (dragged !== null || !far) return;
      if (mayMove(app)) frame = requestAnimationFrame(scroll);
      else {
        stop.current?.();
        // Says why not.
        moveBefore(app, id, null);
        return;
      }
      follow();
      // The release of a drag is no click on what lies under it.
      window.addEventListener('click', swallow, { capture: true, once: true });
    };
    const onUp = () => {
      if (dragged !== null) follow();
      const end = dragged;
      stop.current?.();
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      if (end !== null) moveBefore(app, end.id, latestIds.current[end.to] ?? null);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      stop.current?.();
    };
    stop.current?.();
    stop.current = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
      window.removeEventListener('keydown', onKey, { capture: true });
      dragged = null;
      setDrag(null);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onUp);
    window.addEventListener('keydown', onKey, { capture: true });
  };

  return { drag, onPointerDown };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The index of the item in front of which something would be put down at this height, client coordinates. */
function placeAt(scroller: Element, y: number): number {
  const items = [...scroller.querySelectorAll<HTMLElement>('li[data-index]')];
  const after = items.filter((item) => {
    const { top, height } = item.getBoundingClientRect();
    return y < top + height / 2;
  });
  const indexes = (after.length > 0 ? after : items).map(({ dataset }) => Number(dataset.index));
  return after.length > 0 ? Math.min(...indexes) : Math.max(-1, ...indexes) + 1;
}
