import { Dialog } from '@base-ui/react/dialog';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { commandIds } from '../../../bridge/commands.ts';
import type { ListedProject } from '../../../bridge/projects.ts';
import { t } from '../../../core/messages/translate.ts';
import { workingKey } from '../../../core/model/tag-keys.ts';
import { type Application, isMac } from '../../app/application.ts';
import { openCast } from '../../app/cast.ts';
import { isEnabled, runCommand } from '../../app/command-registry.ts';
import { commandTitle } from '../../app/command-titles.ts';
import { keyLabelsOf } from '../../app/keys/key-labels.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { canTag } from '../../app/preconditions.ts';
import { openProject } from '../../app/projects/open-project.ts';
import { chooseTag } from '../../app/tag-text.ts';
import { useApplication } from '../../app/use-application.ts';
import { FilteredListbox } from '../../ui/filtered-listbox.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { focusToReturnTo } from '../../ui/return-focus.ts';
import { listProjects } from '../projects/list-projects.ts';
import { type PaletteEntry, rankEntries } from './palette-entries.ts';
import './palette.css';

/** So many choices are remembered. */
const mostRecent = 24;

/** Every command that can be used now, and every article, tag, project and member of the cast, by a few letters of their names. */
export function Palette() {
  const app = useApplication();
  const [query, setQuery] = useState('');
  /** What was chosen decides where the focus goes; left without a choice, the palette gives it back. */
  const isChosen = useRef(false);
  const [projects, setProjects] = useState<readonly ListedProject[]>([]);
  useEffect(() => {
    const load = async () => {
      const list = await app.bridge.request('projects.list', {});
      if (list.ok) setProjects(list.value.projects);
    };
    load().catch(app.reportFault);
  }, [app]);
  const entries = useMemo(() => entriesOf(app, projects), [app, projects]);
  // Typing goes before ranking: with ten thousand articles the list follows a moment later, and the field never waits.
  const sought = useDeferredValue(query);
  const ranked = useMemo(
    () => rankEntries(entries, sought, app.settings.current.recentChoices),
    [app, entries, sought],
  );
  const options = useMemo(() => ranked.map((entry) => optionOf(app, entry)), [app, ranked]);
  const close = () => app.interface.setState({ dialog: null });
  const choose = (id: string) => {
    const entry = entries.find((candidate) => candidate.id === id);
    isChosen.current = entry !== undefined;
    close();
    if (entry === undefined) return;
    const { recentChoices } = app.settings.current;
    app.settings.change({
      recentChoices: [id, ...recentChoices.filter((other) => other !== id)].slice(0, mostRecent),
    });
    onceClosed(() => {
      app.textView.current?.focus();
      go(app, entry).catch(app.reportFault);
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
          aria-label={t('views.palette.commandPalette')}
          finalFocus={() => (isChosen.current ? false : focusToReturnTo())}
        >
          <FilteredListbox
            label={t('views.palette.commandsArticlesTags')}
            inputLabel={t('views.palette.searchOrRunACommand')}
            placeholder={t('views.palette.searchOrRunACommand')}
            query={query}
            onQuery={setQuery}
            options={options}
            empty={t('views.palette.nothingHasTheseLetters')}
            onChoose={choose}
            onEnter={(marked) => {
              // Enter means what is typed, though the list may not have caught up with it.
              const [first] =
                sought === query ? [] : rankEntries(entries, query, app.settings.current.recentChoices);
              const id = sought === query ? marked : first?.id;
              if (id !== undefined) choose(id);
            }}
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

async function go(app: Application, { target }: PaletteEntry): Promise<void> {
  switch (target.kind) {
    case 'command':
      return runCommand(app, target.command);
    case 'article':
      return app.workbench.openArticle(target.article);
    case 'tag':
      return chooseTag(app, target.tag, false);
    case 'project':
      return openProject(app, target.project);
    case 'entity':
      return openCast(app, { kind: 'entity', id: target.entity });
  }
}

function entriesOf(app: Application, projects: readonly ListedProject[]): PaletteEntry[] {
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
  const projectEntries = listProjects(projects, { query: '', inTrash: false, current: app.session.projectId })
    .filter(({ id }) => id !== app.session.projectId)
    .map(
      ({ id, name }): PaletteEntry => ({
        id: `project ${id}`,
        title: t('views.palette.openProject', { name }),
        target: { kind: 'project', project: id },
      }),
    );
  const castEntries = project.entities.map(
    ({ id, name }): PaletteEntry => ({
      id: `entity ${id}`,
      title: name,
      target: { kind: 'entity', entity: id },
    }),
  );
  return [...commandEntries, ...tagEntriesOf(app), ...castEntries, ...projectEntries, ...articleEntries];
}

/** Tags that have no key are given from here, by their names. */
function tagEntriesOf(app: Application): PaletteEntry[] {
  const { tagSet } = app.workbench.project.getState().project;
  if (!canTag(app)) return [];
  return tagSet.tags
    .filter((tag) => workingKey(tagSet, tag) === undefined)
    .map((tag) => ({
      id: `tag ${tag.id}`,
      title: t('commands.tagAs', { tag: tag.name }),
      target: { kind: 'tag', tag: tag.id },
    }));
}

const kinds = {
  article: t('views.palette.article'),
  tag: t('views.palette.tag'),
  project: t('views.palette.project'),
  entity: t('views.palette.cast'),
} as const;

function optionOf(app: Application, { id, title, target }: PaletteEntry) {
  const [keys] = target.kind === 'command' ? keyLabelsOf(target.command, isMac(app)) : [];
  return {
    id,
    content: (
      <>
        <bdi className="listbox-option-words">{title}</bdi>
        {target.kind === 'command' ? null : <span className="palette-kind">{kinds[target.kind]}</span>}
        {keys === undefined ? null : <KeyCap>{keys}</KeyCap>}
      </>
    ),
  };
}
