import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import './hint.css';

/** How long the pointer or the focus rests on something before its hint comes, in milliseconds. */
const patience = 700;

interface HintProps {
  /** Without words there is no hint. */
  readonly words: string;
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Words that come up beside a control when the pointer or the focus has rested on it for a while. The control describes itself to readers. */
export function Hint({ words, children }: HintProps) {
  return (
    <Tooltip.Root disabled={words === ''}>
      <Tooltip.Trigger delay={patience} render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="hint-place">
          <Tooltip.Popup className="hint" dir="auto" aria-hidden="true">
            {words}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
