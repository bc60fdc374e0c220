import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useRef, useState } from 'react';
import { commandIds } from '../../../bridge/commands.ts';
import { type Application, isMac } from '../../app/application.ts';
import { openCast } from '../../app/cast.ts';
import { isEnabled, runCommand } from '../../app/command-registry.ts';
import { commandTitle } from '../../app/command-titles.ts';
import { keyLabelsOf } from '../../app/keys/key-labels.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { useApplication } from '../../app/use-application.ts';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { focusToReturnTo } from '../../ui/return-focus.ts';
import { type PaletteEntry, rankEntries } from './palette-entries.ts';
import './palette.css';

/** What was chosen lately in this window, the latest first. */
let recent: readonly string[] = [];
const mostRecent = 12;

/** Every command that can be used now, every article and everybody of the cast, by a few letters of their names. */
export function Palette() {
  const app = useApplication();
  const [query, setQuery] = useState('');
  /** What was chosen decides where the focus goes; left without a choice, the palette gives it back. */
  const isChosen = useRef(false);
  const entries = useMemo(() => entriesOf(app), [app]);
  const options = useMemo(
    () => rankEntries(entries, query, recent).map((entry) => optionOf(app, entry)),
    [app, entries, query],
  );
  const close = () => app.interface.setState({ dialog: null });
  const choose = (id: string) => {
    const entry = entries.find((candidate) => candidate.id === id);
    isChosen.current = entry !== undefined;
    close();
    if (entry === undefined) return;
    recent = [id, ...recent.filter((other) => other !== id)].slice(0, mostRecent);
    onceClosed(() => {
      app.textView.current?.focus();
      if (entry.target.kind === 'command') void runCommand(app, entry.target.command);
      else if (entry.target.kind === 'entity') openCast(app, { kind: 'entity', id: entry.target.entity });
      else app.workbench.openArticle(entry.target.article).catch(app.reportFault);
    });
  };
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="palette-veil" />
        <Dialog.Popup
          className="palette"
          aria-label="Command palette"
          finalFocus={() => (isChosen.current ? false : focusToReturnTo())}
        >
          <FilteredListbox
            label="Commands, articles and cast"
            inputLabel="Search or run a command"
            placeholder="Search or run a command"
            query={query}
            onQuery={setQuery}
            options={options}
            empty="No command, no article and nobody of the cast has these letters."
            onChoose={choose}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/**
 * Runs after the palette has left the page and given up its hold on the focus. A dialog opened before that loses its own hold: Tab walks out of it.
 */
function onceClosed(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

function entriesOf(app: Application): PaletteEntry[] {
  const { articles, project } = app.workbench.project.getState();
  const commandEntries = commandIds
    .filter((id) => id !== 'view.commandPalette' && isEnabled(app, id))
    .flatMap((id): PaletteEntry[] => {
      const title = commandTitle(id, project.tagSet.tags);
      return title === null ? [] : [{ id, title, target: { kind: 'command', command: id } }];
    });
  const articleEntries = listedArticles(articles).map(
    ({ record }): PaletteEntry => ({
      id: `article ${record.id}`,
      title: record.title,
      target: { kind: 'article', article: record.id },
    }),
  );
  const castEntries = project.entities.map(
    ({ id, name }): PaletteEntry => ({
      id: `entity ${id}`,
      title: `${name} — cast`,
      target: { kind: 'entity', entity: id },
    }),
  );
  return [...commandEntries, ...articleEntries, ...castEntries];
}

function optionOf(app: Application, { id, title, target }: PaletteEntry) {
  const [keys] = target.kind === 'command' ? keyLabelsOf(target.command, isMac(app)) : [];
  return {
    id,
    content: (
      <>
        <bdi className="listbox-option-words">{title}</bdi>
        {target.kind === 'article' ? <span className="palette-kind">Article</span> : null}
        {keys === undefined ? null : <KeyCap>{keys}</KeyCap>}
      </>
    ),
  };
}
