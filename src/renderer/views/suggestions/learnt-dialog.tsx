import { useStore } from 'zustand';
import type { HeavyFeature, LearntSummary } from '../../../core/suggest/learning/learnt-summary.ts';
import { count } from '../../../core/text/number-words.ts';
import { runCommand } from '../../app/command-registry.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './suggestions.css';

/** What was learnt from the project: how it does beside the rules, and what weighs most in it. */
export function LearntDialog() {
  const app = useApplication();
  const { summary } = useStore(app.learnt.store);
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title="What was learnt"
      size="wide"
      focusFirst="default"
      onClose={close}
      onSubmit={close}
      actions={
        <>
          {summary === null ? null : (
            <Button
              onClick={() => {
                close();
                void runCommand(app, 'suggestion.forget');
              }}
            >
              Forget what was learnt
            </Button>
          )}
          <Button type="submit" kind="primary">
            Close
          </Button>
        </>
      }
    >
      {summary === null ? (
        <p>
          Nothing was learnt from this project yet. “Learn from this project” looks at what you have tagged,
          accepted and refused.
        </p>
      ) : (
        <Summary summary={summary} />
      )}
    </Dialog>
  );
}

function Summary({ summary }: { readonly summary: LearntSummary }) {
  const { articles, attributions, heldOut, isUsed, features, learntAt } = summary;
  return (
    <>
      <p>
        Learnt on {learntAt.slice(0, 10)} from {count(articles, 'article')} with{' '}
        {count(attributions, 'claim')}. On articles held out, each once: F1 {figure(heldOut.rules.f1)} by the
        rules, {figure(heldOut.learnt.f1)} with what was learnt.{' '}
        <b>{isUsed ? 'It is used.' : 'It is not used, since it does not beat the rules.'}</b>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="learnt-features" tabIndex={0} aria-label="What weighs most">
        {features.map(({ of, heaviest }) => (
          <div key={of}>
            <h3>{headings[of] ?? of}</h3>
            <ul>
              {heaviest.map((one) => (
                <Feature key={one.feature} {...one} />
              ))}
            </ul>
          </div>
        ))}
      </section>
    </>
  );
}

function Feature({ feature, weight }: HeavyFeature) {
  return (
    <li>
      <span className="learnt-weight">
        {weight > 0 ? '+' : '−'}
        {Math.abs(weight).toFixed(2)}
      </span>{' '}
      <span dir="auto">{feature}</span>
    </li>
  );
}

const headings: Readonly<Record<string, string>> = {
  claim: 'That a claim begins',
  speaker: 'That a speaker begins',
  right: 'That a suggestion is right',
};

function figure(share: number): string {
  return (share * 100).toFixed(1);
}
