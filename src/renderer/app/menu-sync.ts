import { commandIds } from '../../bridge/commands.ts';
import type { MenuState } from '../../bridge/menu-state.ts';
import { tagAtKey, tagKeys } from '../../core/model/tag-keys.ts';
import type { Application } from './application.ts';
import { isChecked, isEnabled } from './command-registry.ts';

/** What the menu is to show now. */
export function menuStateOf(app: Application): MenuState {
  const { history, project } = app.workbench.project.getState();
  return {
    undo: history.undo.at(-1)?.label ?? null,
    redo: history.redo.at(-1)?.label ?? null,
    disabled: commandIds.filter((id) => !isEnabled(app, id)),
    checked: commandIds.filter((id) => isChecked(app, id)),
    tagNames: tagKeys.map((key) => tagAtKey(project.tagSet, key)?.name ?? null),
    keymap: app.settings.current.keymap,
  };
}

/** Milliseconds in which changes are gathered. */
const gather = 60;

/** Keeps the native menu in step with the project. Only what differs from the last time is sent. */
export function keepMenuInStep(app: Application): () => void {
  let sent = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    timer = undefined;
    const state = menuStateOf(app);
    const json = JSON.stringify(state);
    if (json === sent) return;
    sent = json;
    app.bridge.request('menu.update', state).catch(app.reportFault);
  };
  const changed = () => {
    timer ??= setTimeout(send, gather);
  };
  changed();
  const stops = [
    app.workbench.project.subscribe(changed),
    app.workbench.focus.subscribe((state, before) => {
      if (state.currentSpan !== before.currentSpan || state.pen !== before.pen) changed();
    }),
    app.settings.store.subscribe(changed),
    app.interface.subscribe((state, before) => {
      if (state.drawer !== before.drawer || state.view !== before.view || state.review !== before.review)
        changed();
    }),
  ];
  document.addEventListener('focusin', changed);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('focusin', changed);
    for (const stop of stops) stop();
  };
}
