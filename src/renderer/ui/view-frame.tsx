import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import './view-frame.css';

interface ViewFrameProps {
  readonly title: string;
  /** Back to the text. */
  readonly onClose: () => void;
  /** Fields and buttons beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A view that stands in the place of the text: its title, its tools and its content. Escape, pressed in it and used by nothing in it, leads back to the text. */
export function ViewFrame({ title, onClose, tools, children }: ViewFrameProps) {
  const heading = useId();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = frame.current;
    // A view that takes the focus to a field of its own has done so by now.
    if (element !== null && !element.contains(document.activeElement)) element.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A dialog or list that the view has opened stands elsewhere in the page, and closes by itself.
    if (!(event.target instanceof Node) || !frame.current?.contains(event.target)) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section ref={frame} className="view-frame" aria-labelledby={heading} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className="view-frame-head">
        <h2 className="view-frame-title" id={heading}>
          {title}
        </h2>
        <div className="view-frame-tools">{tools}</div>
        <IconButton icon={X} label="Back to the text" onClick={onClose} />
      </header>
      <div className="view-frame-body">{children}</div>
    </section>
  );
}
