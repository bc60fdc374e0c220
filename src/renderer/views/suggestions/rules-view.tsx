import { useStore } from 'zustand';
import { ruleIds } from '../../../core/suggest/suggestion.ts';
import { runCommand } from '../../app/command-registry.ts';
import { useApplication, useProject, useSettings } from '../../app/use-application.ts';
import { showText } from '../../app/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { RuleItem } from './rule-item.tsx';
import { useRuleDecisions } from './use-rule-decisions.ts';
import './suggestions.css';

const orders = [
  { value: 'reading', label: 'Reading order' },
  { value: 'leastSure', label: 'Least sure first' },
] as const;

/** Every rule that proposes something: what it looks for, how well it did here, and how much of it is wanted. */
export function RulesView() {
  const app = useApplication();
  const { made, open, status } = useStore(app.suggestions.store);
  const isShown = useSettings(({ suggestionsShown }) => suggestionsShown);
  const order = useSettings(({ suggestionOrder }) => suggestionOrder);
  const readOnly = useProject(({ saving }) => saving.kind === 'readOnly');
  const { value: decisions, isDone, problem } = useRuleDecisions();
  const isMade = status === 'done' || status === 'partial';
  return (
    <ViewFrame
      title="Suggestion rules"
      onClose={() => showText(app)}
      tools={
        <Segmented
          label="Order of review"
          value={order}
          choices={orders}
          onChange={(suggestionOrder) => app.settings.change({ suggestionOrder })}
        />
      }
    >
      <div className="rules-view">
        <p className="soft" role="status">
          {stateWords[isShown ? status : 'none']}{' '}
          {isDone || problem !== null ? null : 'Counting what was decided in all articles…'}
        </p>
        {isShown ? null : (
          <Button onClick={() => void runCommand(app, 'suggestion.show')}>Show suggestions</Button>
        )}
        {problem === null ? null : (
          <p className="rules-problem" role="alert">
            {problem}
          </p>
        )}
        <ul className="rule-list" aria-label="Rules">
          {ruleIds.map((rule) => (
            <li key={rule}>
              <RuleItem
                rule={rule}
                made={isMade ? made.filter(({ of }) => of.rule === rule) : null}
                open={open.filter(({ of }) => of.rule === rule).length}
                decisions={isDone && problem === null ? (decisions.get(rule) ?? nothingDecided) : null}
                readOnly={readOnly}
              />
            </li>
          ))}
        </ul>
      </div>
    </ViewFrame>
  );
}

const nothingDecided = { accepted: 0, refused: 0 };

/** How far the suggestions of the open article are. */
const stateWords = {
  none: 'No suggestions are made: none are to be shown, or no article is open.',
  computing: 'The suggestions of the open article are being made.',
  done: 'What is changed here holds at once, in every article.',
  partial:
    'The open article has more suggestions than are made. What is changed here holds at once, in every article.',
  failed: 'Suggestions could not be made for the open article.',
} as const;
