import { watchFocus } from '../ui/return-focus.ts';
import { type Application, isMac } from './application.ts';
import { runCommand } from './command-registry.ts';
import { isTextField } from './is-text-field.ts';
import { keyLabelsOf } from './keys/key-labels.ts';
import { putInForce } from './keys/keys-in-force.ts';
import { matchCommand } from './keys/match-command.ts';
import { watchLosses } from './loss-alarm.ts';
import { keepMenuInStep } from './menu-sync.ts';
import type { EarlyArrivals } from './opening/early-arrivals.ts';
import { noteSeen } from './opening/note-opening.ts';
import { openArrival } from './opening/open-arrival.ts';
import { openPastedText } from './opening/open-clipboard.ts';
import { canWrite, hasArticle } from './preconditions.ts';
import { describeProject, keepDescribed } from './projects/describe-project.ts';

/** How long closing waits for the last writes, in milliseconds. */
const closingPatience = 4000;

/** Connects the app with the keyboard, the menu and main, until the returned function is called. */
export function listen(app: Application, arrivals: EarlyArrivals): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const match = matchCommand(event, false, isMac(app));
    if (match === undefined || (isTextField(event.target) && isEditingKey(event))) return;
    event.preventDefault();
    void runCommand(app, match.id, { alt: match.alt });
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isTextField(event.target) || !canWrite(app)) return;
    event.preventDefault();
    if (hasArticle(app)) {
      const [keys = ''] = keyLabelsOf('file.paste', isMac(app));
      app.notices.inform(`An article’s text stays as it is. ${keys} makes a new article of what was copied.`);
      return;
    }
    const text = event.clipboardData?.getData('text/plain') ?? '';
    openPastedText(app, text).catch(app.reportFault);
  };
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('paste', onPaste);
  const stops = [
    watchFocus(),
    app.bridge.on('command', ({ id }) => void runCommand(app, id)),
    arrivals.deliverTo((arrival) => void openArrival(app, arrival)),
    app.bridge.on('closing', () => void getReadyToClose(app)),
    keepMenuInStep(app),
    watchLosses(app),
    keepLastArticle(app),
    noteSeen(app),
    keepDescribed(app),
    // Before the window draws again, so that what it shows are the keys in force.
    app.settings.store.subscribe(({ keymap }) => putInForce(keymap)),
  ];
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('paste', onPaste);
    for (const stop of stops) stop();
  };
}

/** A field that is being left keeps what was written in it; then all writes are waited for. */
async function getReadyToClose(app: Application): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await app.settings.flush();
  const unsaved = await app.workbench.finish(closingPatience);
  await describeProject(app);
  await app.bridge.request('session.readyToClose', { unsaved });
}

function keepLastArticle(app: Application): () => void {
  return app.workbench.project.subscribe((state, before) => {
    const id = state.open?.record.id ?? null;
    if (id === null || id === before.open?.record.id) return;
    const { lastArticles } = app.settings.current;
    app.settings.change({ lastArticles: { ...lastArticles, [app.session.projectId]: id } });
  });
}

/** Keys that edit the words of a field before they mean anything else. */
function isEditingKey({ key }: KeyboardEvent): boolean {
  return /^[zy]$/i.test(key) || key === 'Backspace' || key === 'Delete' || key.startsWith('Arrow');
}
