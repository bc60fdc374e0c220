import { X } from 'lucide-react';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import './start.css';

/** Three steps for whoever starts here the first time; put away once, it never comes back. */
export function FirstSteps() {
  const app = useApplication();
  const isDismissed = useSettings((settings) => settings.hintDismissed);
  if (isDismissed) return null;
  return (
    <section className="first-steps" aria-label="First steps">
      <div className="first-steps-head">
        <h2 className="section-heading">First steps</h2>
        <IconButton
          icon={X}
          label="Dismiss first steps"
          onClick={() => app.settings.change({ hintDismissed: true })}
        />
      </div>
      <ol>
        <li>Select words in the text, with the mouse or with Shift and the arrow keys.</li>
        <li>
          Press <KeyCap>1</KeyCap> to <KeyCap>4</KeyCap>, or a button above, to say what they are.
        </li>
        <li>Hand the work on with File › Export dataset.</li>
      </ol>
    </section>
  );
}
