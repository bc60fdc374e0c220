import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import type { RuleDecisions } from '../../../core/suggest/decision-tally.ts';
import { isWanted, percent, type RuleSetting, settingOf } from '../../../core/suggest/rule-setting.ts';
import type { RuleId } from '../../../core/suggest/suggestion.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { ofRule, refuseAll } from '../../app/suggestions/review.ts';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { ruleNames } from '../../panels/suggestion-bar/rule-names.ts';
import { Button } from '../../ui/button.tsx';
import { ruleWords } from './rule-words.ts';
import { ThresholdField } from './threshold-field.tsx';

interface RuleItemProps {
  readonly rule: RuleId;
  /** What it proposes in the open article; null while nothing is proposed there for whatever reason. */
  readonly made: readonly ArticleSuggestion[] | null;
  /** How many of these are wanted and not decided. */
  readonly open: number;
  /** In the whole project; null until it was counted. */
  readonly decisions: RuleDecisions | null;
  readonly readOnly: boolean;
}

/** One rule: what it looks for, what came of it, and how much of it is wanted. */
export function RuleItem({ rule, made, open, decisions, readOnly }: RuleItemProps) {
  const app = useApplication();
  const settings = useSettings(({ suggestionRules }) => suggestionRules);
  const { seeks, example } = ruleWords[rule];
  const { isOn, least } = settingOf(settings, rule);
  const change = (patch: Partial<RuleSetting>) =>
    app.settings.change({ suggestionRules: { ...settings, [rule]: { isOn, least, ...patch } } });
  const sure = made?.filter(({ of }) => isWanted(of, { [rule]: { isOn: true, least } })).length ?? 0;
  // Buttons that act on nothing keep the focus, which would be lost if they were disabled by what they did.
  const act = (run: () => void) => () => {
    if (open > 0) run();
    else app.notices.inform('Nothing that this rule proposes in the open article is left to decide.');
  };
  return (
    <fieldset className="rule-item">
      <legend>{ruleNames[rule]}</legend>
      <p>
        {seeks}{' '}
        <q className="rule-example">
          {example.map((piece, i) => (i % 2 === 0 ? piece : <b key={piece}>{piece}</b>))}
        </q>
      </p>
      <div className="rule-settings">
        <label className="check-field">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => change({ isOn: event.target.checked })}
          />
          Suggest
        </label>
        <ThresholdField value={least} disabled={!isOn} onChange={(value) => change({ least: value })} />
      </div>
      <dl className="rule-figures">
        <div>
          <dt>In the open article</dt>
          <dd>
            {made === null
              ? '–'
              : `${grouped(made.length)} proposed, ${grouped(sure)} sure enough, ${isOn ? `${grouped(open)} not decided` : 'none shown'}`}
          </dd>
        </div>
        <div>
          <dt>In all articles</dt>
          <dd>{decisions === null ? 'Counting…' : decidedWords(decisions)}</dd>
        </div>
      </dl>
      <div className="rule-actions">
        <Button
          aria-disabled={open === 0}
          disabled={readOnly}
          onClick={act(() => app.interface.setState({ dialog: { kind: 'acceptRule', rule } }))}
        >
          Accept all…
        </Button>
        <Button
          aria-disabled={open === 0}
          disabled={readOnly}
          onClick={act(() => refuseAll(app, ofRule(app, rule)))}
        >
          Refuse all
        </Button>
      </div>
    </fieldset>
  );
}

/** How often people agreed: the share never without the numbers that it comes of. */
function decidedWords({ accepted, refused }: RuleDecisions): string {
  const decided = accepted + refused;
  if (decided === 0) return 'Nothing is decided yet';
  const share = `right in ${percent(accepted / decided)} % (${grouped(accepted)} of ${grouped(decided)} decided)`;
  return `${grouped(accepted)} accepted, ${grouped(refused)} refused: ${share}`;
}
