import { Toolbar } from '@base-ui/react/toolbar';
import { useStore } from 'zustand';
import type { CommandId } from '../../../bridge/commands.ts';
import { t } from '../../../core/messages/translate.ts';
import { quoteOf } from '../../../core/model/fragment.ts';
import { tagOfSuggestion } from '../../../core/operations/gestures/decide-suggestion.ts';
import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import { isMac } from '../../app/application.ts';
import { runCommand } from '../../app/command-registry.ts';
import { ariaKeysOf, keyLabelsOf } from '../../app/keys/key-labels.ts';
import { matchCommand } from '../../app/keys/match-command.ts';
import { leaveReview } from '../../app/suggestions/review.ts';
import { useApplication, useProject, useSettings } from '../../app/use-application.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { ruleNames } from './rule-names.ts';
import '../selection-bar/selection-bar.css';
import './suggestion-bar.css';

/** Longer words are cut in the bar: they stand in the text beside it. */
const longestWords = 70;

/** At the foot of the text, where it stays while one goes through them: what the suggestion that is looked at would make, why, how sure it is, and the keys that decide. */
export function SuggestionBar({ suggestion }: { readonly suggestion: ArticleSuggestion }) {
  const app = useApplication();
  const text = useProject((state) => state.open?.body.text ?? '');
  const tag = useProject((state) => tagOfSuggestion(state.project.tagSet, suggestion)?.name ?? '');
  const left = useStore(app.suggestions.store, ({ open }) => open.length);
  const { confidence, reason, rule } = suggestion.of;
  const back = () => app.textView.current?.focus();
  return (
    <Toolbar.Root
      className="selection-bar suggestion-bar"
      aria-label={t('panels.suggestionBar.suggestion')}
      onPointerDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leaveReview(app);
        else {
          const match = matchCommand(event.nativeEvent, true, isMac(app));
          if (match === undefined || !match.id.startsWith('suggestion.')) return;
          void runCommand(app, match.id, { alt: match.alt });
        }
        event.preventDefault();
        back();
      }}
    >
      <div className="suggestion-words" role="status">
        <span className="suggestion-what">
          {tag}: <b dir="auto">{shortened(quoteOf(text, suggestion.fragments))}</b>
          <Whose text={text} suggestion={suggestion} />
        </span>
        <span className="suggestion-why">
          {t('panels.suggestionBar.valueNumberSureReason', {
            value: ruleNames[rule],
            number: Math.round(confidence * 100),
            reason: reason.join('; '),
          })}
        </span>
      </div>
      <Deciding id="suggestion.accept" label={t('panels.suggestionBar.accept')} onDone={back} />
      <Deciding id="suggestion.acceptAndEdit" label={t('panels.suggestionBar.acceptAndStay')} onDone={back} />
      <Deciding id="suggestion.refuse" label={t('panels.suggestionBar.refuse')} onDone={back} />
      <Deciding id="suggestion.next" label={t('panels.suggestionBar.nextOfLeft', { left })} onDone={back} />
    </Toolbar.Root>
  );
}

function Whose({ text, suggestion }: { readonly text: string; readonly suggestion: ArticleSuggestion }) {
  if (suggestion.kind === 'date') {
    const { value } = suggestion.of;
    return <> = {value === null ? t('panels.suggestionBar.toBeSaid') : value.value}</>;
  }
  if (suggestion.kind === 'phrase') return null;
  if (suggestion.kind === 'place') {
    const { place } = suggestion.of;
    return <> = {place === null ? t('panels.suggestionBar.toBeSaid') : place.name}</>;
  }
  const { speaker, standsFor } = suggestion.of;
  if (speaker === undefined) return <>{t('panels.suggestionBar.nobodyNamed')}</>;
  return (
    <>
      {t('panels.suggestionBar.saidBy')} <b dir="auto">{shortened(quoteOf(text, [speaker]))}</b>
      {standsFor === undefined ? null : ` (${shortened(quoteOf(text, [standsFor]))})`}
    </>
  );
}

function Deciding(props: { readonly id: CommandId; readonly label: string; readonly onDone: () => void }) {
  const { id, label, onDone } = props;
  const app = useApplication();
  // Drawn again when other keys are in force.
  useSettings(({ keymap }) => keymap);
  const [key] = keyLabelsOf(id, isMac(app));
  return (
    <Toolbar.Button
      className="tag-button"
      aria-keyshortcuts={ariaKeysOf(id, isMac(app))}
      onClick={() => {
        void runCommand(app, id);
        onDone();
      }}
    >
      {label}
      {key === undefined ? null : <KeyCap>{key}</KeyCap>}
    </Toolbar.Button>
  );
}

function shortened(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return plain.length > longestWords ? `${plain.slice(0, longestWords).trimEnd()}…` : plain;
}
