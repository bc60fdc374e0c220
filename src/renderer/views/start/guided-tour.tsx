import { X } from 'lucide-react';
import { useEffect, useId } from 'react';
import { isMac } from '../../app/application.ts';
import { keyLabelsOf } from '../../app/keys/key-labels.ts';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { tourParts, tourSteps } from './tour-steps.ts';
import './start.css';

/** Five steps for whoever starts here the first time. It stands beside the work and takes no focus; left once, it comes back only from the Help menu. */
export function GuidedTour() {
  const app = useApplication();
  const at = useSettings((settings) => settings.tourStep);
  const step = at === null ? undefined : tourSteps[at];
  const heading = useId();
  const place = step?.place;
  useEffect(() => {
    const lit = place === undefined ? null : document.querySelector(place);
    lit?.setAttribute('data-tour', '');
    return () => lit?.removeAttribute('data-tour');
  }, [place]);
  if (at === null || step === undefined) return null;
  const go = (tourStep: number | null) => app.settings.change({ tourStep });
  return (
    <section className="guided-tour" aria-labelledby={heading}>
      <div className="guided-tour-head">
        <h2 className="section-heading" id={heading}>
          Guided tour
        </h2>
        <span className="guided-tour-place">
          {at + 1} of {tourSteps.length}
        </span>
        <IconButton icon={X} label="Leave the tour for good" onClick={() => go(null)} />
      </div>
      <div aria-live="polite">
        <h3 className="guided-tour-title">{step.title}</h3>
        <p>
          {tourParts(step.words).map(({ text, command }) =>
            command === null ? (
              text
            ) : (
              <KeyCap key={text}>{keyLabelsOf(command, isMac(app))[0] ?? text}</KeyCap>
            ),
          )}
        </p>
      </div>
      <div className="guided-tour-actions">
        <Button kind="quiet" disabled={at === 0} onClick={() => go(at - 1)}>
          Back
        </Button>
        <Button onClick={() => go(at + 1 < tourSteps.length ? at + 1 : null)}>
          {at + 1 < tourSteps.length ? 'Next' : 'Done'}
        </Button>
      </div>
    </section>
  );
}
