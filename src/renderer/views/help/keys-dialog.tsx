import { useState } from 'react';
import { type CommandDefinition, type CommandId, commandIds, commands } from '../../../bridge/commands.ts';
import { t } from '../../../core/messages/translate.ts';
import { runCommand } from '../../app/command-registry.ts';
import { commandTitle } from '../../app/command-titles.ts';
import { useApplication, useSettings } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyRow } from './key-row.tsx';
import './keys.css';

/** Commands by menu. */
const groups = new Map<CommandDefinition['menu'], CommandId[]>();
for (const id of commandIds) {
  const { menu }: CommandDefinition = commands[id];
  groups.set(menu, [...(groups.get(menu) ?? []), id]);
}

/** Every command with its keys, which can be changed. Those of plain letters work while the text has the focus. */
export function KeysDialog() {
  const app = useApplication();
  const [query, setQuery] = useState('');
  /** The command whose new keys are waited for. */
  const [changing, setChanging] = useState<CommandId | null>(null);
  const isChanged = useSettings(({ keymap }) => Object.keys(keymap).length > 0);
  const { tags } = app.workbench.project.getState().project.tagSet;
  const close = () => app.interface.setState({ dialog: null });
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (title: string) => words.every((word) => title.toLocaleLowerCase().includes(word));
  const shown = [...groups]
    .map(([name, ids]) => [t(`menu.${name}`), ids] as const)
    .map(([menu, ids]) => ({
      menu,
      rows: ids.flatMap((id) => {
        const title = commandTitle(id, tags);
        return title !== null && fits(`${menu} ${title}`) ? [{ id, title }] : [];
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="wide"
      onClose={() => {
        if (changing === null) close();
        else setChanging(null);
      }}
      onSubmit={close}
      actions={
        <>
          <Button onClick={() => void runCommand(app, 'file.importSettings')}>Import settings…</Button>
          <Button onClick={() => void runCommand(app, 'file.exportSettings')}>Export settings…</Button>
          <Button disabled={!isChanged} onClick={() => app.settings.change({ keymap: {} })}>
            Reset all keys
          </Button>
          <Button kind="primary" type="submit">
            Close
          </Button>
        </>
      }
    >
      <input
        className="text-field"
        aria-label="Search commands"
        placeholder="Search commands"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p className="soft">
        Keys without Ctrl work while the text has the focus. Hold Alt with a tag’s key to tag exactly what is
        selected; Esc puts away what is nearest. Choose a command’s keys to change them.
      </p>
      {shown.length === 0 ? <p>No command has these letters.</p> : null}
      <div className="key-groups">
        {shown.map(({ menu, rows }) => (
          <section key={menu} className="key-group" aria-label={menu}>
            <h3 className="section-heading">{menu}</h3>
            <ul>
              {rows.map(({ id, title }) => (
                <KeyRow
                  key={id}
                  id={id}
                  title={title}
                  isChanging={changing === id}
                  change={(on) => setChanging(on ? id : null)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
