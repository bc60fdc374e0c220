import { type CommandDefinition, type CommandId, commandIds, commands } from '../../../bridge/commands.ts';
import { isMac } from '../../app/application.ts';
import { commandTitle } from '../../app/command-titles.ts';
import { keyLabelsOf } from '../../app/keys/key-labels.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './keys.css';

/** Commands with keys, by menu. */
const groups = new Map<string, CommandId[]>();
for (const id of commandIds) {
  const { keys, menu }: CommandDefinition = commands[id];
  if (keys !== undefined) groups.set(menu, [...(groups.get(menu) ?? []), id]);
}

/** Every command with its keys. Those of plain letters work while the text has the focus. */
export function KeysDialog() {
  const app = useApplication();
  const { tags } = app.workbench.project.getState().project.tagSet;
  const close = () => app.interface.setState({ dialog: null });
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="wide"
      onClose={close}
      onSubmit={close}
      actions={
        <Button kind="primary" type="submit">
          Close
        </Button>
      }
    >
      <p className="soft">
        Keys without Ctrl work while the text has the focus. Hold Alt with a tag’s key to tag exactly what is
        selected; Esc puts away what is nearest.
      </p>
      <div className="key-groups">
        {[...groups].map(([menu, ids]) => (
          <section key={menu} className="key-group" aria-label={menu}>
            <h3 className="section-heading">{menu}</h3>
            <dl>
              {ids
                .map((id) => ({ id, title: commandTitle(id, tags) }))
                .filter(({ title }) => title !== null)
                .map(({ id, title }) => (
                  <div key={id} className="fact">
                    <dt>{title}</dt>
                    <dd>
                      {keyLabelsOf(id, isMac(app)).map((label) => (
                        <kbd key={label} className="key-cap">
                          {label}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
