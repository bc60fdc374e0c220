import { RotateCcw } from 'lucide-react';
import { Fragment } from 'react';
import type { CommandId } from '../../../bridge/commands.ts';
import { isMac } from '../../app/application.ts';
import { commandTitle } from '../../app/command-titles.ts';
import { isOwn, withOwnKeys } from '../../app/keys/change-keys.ts';
import { keyLabelsOf } from '../../app/keys/key-labels.ts';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyRecorder } from './key-recorder.tsx';

interface KeyRowProps {
  readonly id: CommandId;
  readonly title: string;
  /** Its new keys are waited for. */
  readonly isChanging: boolean;
  readonly change: (on: boolean) => void;
}

/** A command and its keys; the keys are a button that waits for others. */
export function KeyRow({ id, title, isChanging, change }: KeyRowProps) {
  const app = useApplication();
  const keymap = useSettings((settings) => settings.keymap);
  const labels = keyLabelsOf(id, isMac(app));
  const reset = () => {
    const { keymap: after, by } = withOwnKeys(keymap, id);
    app.settings.change({ keymap: after });
    const { tags } = app.workbench.project.getState().project.tagSet;
    const names = by.map((other) => `“${commandTitle(other, tags) ?? other}”`);
    if (names.length > 0)
      app.notices.inform(`${names.join(' and ')} has these keys too: the first in the list gets them.`);
  };
  return (
    <li className="key-row">
      <span>{title}</span>
      {isOwn(keymap, id) ? null : (
        <IconButton icon={RotateCcw} label={`Reset the keys of ${title}`} onClick={reset} />
      )}
      {isChanging ? null : (
        <button
          type="button"
          className="key-choice"
          aria-label={`${title}: ${labels.length === 0 ? 'no keys' : labels.join(' ')}. Change`}
          onClick={() => change(true)}
        >
          {labels.length === 0 ? <span className="key-none">no keys</span> : null}
          {labels.map((label, i) => (
            <Fragment key={label}>
              {i === 0 ? '' : ' '}
              <kbd className="key-cap">{label}</kbd>
            </Fragment>
          ))}
        </button>
      )}
      {isChanging ? <KeyRecorder id={id} title={title} done={() => change(false)} /> : null}
    </li>
  );
}
