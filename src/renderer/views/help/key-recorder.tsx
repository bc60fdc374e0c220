import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CommandId } from '../../../bridge/commands.ts';
import { isMac } from '../../app/application.ts';
import { commandTitle } from '../../app/command-titles.ts';
import { chooseKeys, type KeyChoice, withoutKeys } from '../../app/keys/change-keys.ts';
import { keyLabel } from '../../app/keys/key-labels.ts';
import { acceleratorOf } from '../../app/keys/press-to-accelerator.ts';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';

interface KeyRecorderProps {
  readonly id: CommandId;
  readonly title: string;
  /** Keys were chosen, or are not to be. */
  readonly done: () => void;
}

/** Waits for the keys that a command is to have, and says whose they are already. */
export function KeyRecorder({ id, title, done }: KeyRecorderProps) {
  const app = useApplication();
  const keymap = useSettings((settings) => settings.keymap);
  const [pressed, setPressed] = useState<{ readonly keys: string; readonly choice: KeyChoice } | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { tags } = app.workbench.project.getState().project.tagSet;

  const record = (event: KeyboardEvent) => {
    // Tab and Esc keep their meaning: nobody is to be caught in here.
    if (event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const keys = acceleratorOf(event.nativeEvent, isMac(app));
    if (keys === undefined) return;
    const choice = chooseKeys(keymap, id, keys);
    setPressed({ keys, choice });
    if (choice.kind === 'free') take(choice.keymap);
  };
  const take = (after: typeof keymap) => {
    app.settings.change({ keymap: after });
    done();
  };
  const choice = pressed?.choice;
  return (
    <div className="key-recorder">
      <button
        ref={field}
        type="button"
        className="key-field"
        aria-label={`New keys for ${title}`}
        onKeyDown={record}
      >
        {pressed === null ? 'Press the new keys' : keyLabel(pressed.keys, isMac(app))}
      </button>
      <p role="status">
        {choice?.kind === 'refused' ? choice.message : null}
        {choice?.kind === 'taken' ? `“${commandTitle(choice.by, tags) ?? choice.by}” has these keys.` : null}
      </p>
      {choice?.kind === 'taken' ? (
        <Button kind="primary" onClick={() => take(choice.keymap)}>
          Take them from it
        </Button>
      ) : null}
      <Button onClick={() => take(withoutKeys(keymap, id))}>No keys</Button>
      <Button onClick={done}>Cancel</Button>
    </div>
  );
}
