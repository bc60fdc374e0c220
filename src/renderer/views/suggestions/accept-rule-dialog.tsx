import { useState } from 'react';
import { quoteOf } from '../../../core/model/fragment.ts';
import type { RuleId } from '../../../core/suggest/suggestion.ts';
import { count } from '../../../core/text/number-words.ts';
import { acceptAll, ofRule } from '../../app/suggestions/review.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { ruleNames } from '../../panels/suggestion-bar/rule-names.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './suggestions.css';

/** Shows all that a rule proposes in the open article before it is accepted; what is not ticked stays suggested. */
export function AcceptRuleDialog({ rule }: { readonly rule: RuleId }) {
  const app = useApplication();
  const text = useProject((state) => state.open?.body.text ?? '');
  const [shown] = useState(() => ofRule(app, rule));
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(new Set());
  const chosen = shown.filter((_, i) => !unticked.has(i));
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title="Accept all of this rule"
      size="wide"
      onClose={close}
      focusFirst="default"
      onSubmit={() => {
        close();
        acceptAll(app, chosen);
      }}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={chosen.length === 0}>
            Accept {count(chosen.length, 'suggestion')}
          </Button>
        </>
      }
    >
      <p className="soft">
        {ruleNames[rule]} in this article. What you accept can be taken back with one undo; what you do not
        tick stays suggested.
      </p>
      <ul className="rule-suggestions" aria-label="Suggestions of this rule">
        {shown.map((suggestion, i) => (
          <li key={`${suggestion.key} ${suggestion.fragments[0]?.start}`}>
            <label className="rule-suggestion">
              <input
                type="checkbox"
                checked={!unticked.has(i)}
                onChange={() => {
                  const next = new Set(unticked);
                  if (!next.delete(i)) next.add(i);
                  setUnticked(next);
                }}
              />
              <span>
                <b dir="auto">{quoteOf(text, suggestion.fragments)}</b>
                <span className="suggestion-why">
                  {' '}
                  {Math.round(suggestion.of.confidence * 100)} %: {suggestion.of.reason.join('; ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
