import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './split-handle.css';

interface SplitHandleProps {
  readonly label: string;
  /** Width of the panel in CSS pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** On which side of the handle the panel stands. */
  readonly panel: 'left' | 'right';
  /** Id of the panel's element. */
  readonly controls: string;
  readonly onChange: (width: number) => void;
}

const step = 16;

/** A separator that sets a panel's width: by dragging, or by arrow keys, Home and End. */
export function SplitHandle({ label, value, min, max, panel, controls, onChange }: SplitHandleProps) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const towardsRight = panel === 'left' ? 1 : -1;
  const change = (width: number) => onChange(Math.round(Math.min(max, Math.max(min, width))));

  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowLeft: value - step * towardsRight,
      ArrowRight: value + step * towardsRight,
      Home: min,
      End: max,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    change(target);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: value };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null) return;
    change(drag.current.width + (event.clientX - drag.current.x) * towardsRight);
  };
  const endDrag = () => {
    drag.current = null;
  };

  return (
    <hr
      className={`split-handle split-handle-${panel}`}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-controls={controls}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
    />
  );
}
