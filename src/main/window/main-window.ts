import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { Settings } from '../../bridge/settings.ts';
import { languageInForce } from '../../core/messages/language-in-force.ts';
import { sendEvent } from '../ipc.ts';
import type { Log } from '../log/log.ts';
import { type Origin, startPage } from '../security/origin.ts';
import { askToClose } from './ask.ts';
import { Closing } from './closing.ts';
import { offerReload } from './crash.ts';
import { placeWindow, smallestWindow } from './window-bounds.ts';
import type { WindowPlace } from './window-place.ts';

/** The page's own colours, so that the window never shows another before its first frame: the desk around the paper. */
const backgrounds = { light: '#f3f1ec', dark: '#141517' } as const;

interface MainWindowDeps {
  readonly origin: Origin;
  readonly preload: string;
  readonly icon: string;
  readonly settings: Settings;
  readonly place: WindowPlace | undefined;
  readonly log: Log;
  /** The page has gone or is being loaded anew. */
  readonly pageGone: () => void;
  /** The window is about to close for good: what must be done before. */
  readonly closing: (place: WindowPlace) => Promise<void>;
}

/** The app's one window. */
export class MainWindow {
  readonly browserWindow: BrowserWindow;
  readonly #origin: Origin;
  readonly #closing: Closing;

  constructor(deps: MainWindowDeps) {
    this.#origin = deps.origin;
    nativeTheme.themeSource = deps.settings.theme;
    this.browserWindow = new BrowserWindow({
      ...placeWindow(deps.place?.bounds, workAreas()),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      title: 'Ascribe',
      icon: deps.icon,
      show: false,
      backgroundColor: backgroundColour(),
      webPreferences: {
        preload: deps.preload,
        zoomFactor: deps.settings.zoom,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        enableWebSQL: false,
        disableDialogs: true,
        autoplayPolicy: 'document-user-activation-required',
      },
    });
    if (deps.place?.maximized) this.browserWindow.maximize();
    this.#closing = new Closing({
      announce: () => sendEvent(this.contents, 'closing', {}),
      confirm: (unsaved) => askToClose(this.browserWindow, unsaved),
      close: () => {
        void deps.closing(this.#currentPlace()).finally(() => this.browserWindow.destroy());
      },
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    this.#listen(deps);
  }

  get contents(): WebContents {
    return this.browserWindow.webContents;
  }

  load(): Promise<void> {
    const page = new URL(this.#origin.kind === 'built' ? startPage : this.#origin.server.href);
    // The page must know before its first module says something. English is what it speaks unasked.
    const { tag } = languageInForce();
    if (tag !== 'en') page.searchParams.set('language', tag);
    return this.browserWindow.loadURL(page.href);
  }

  /** Shows the page from its start, as another project is open now. */
  reload(): void {
    if (!this.browserWindow.isDestroyed()) this.contents.reload();
  }

  /** Brings the window to the front, as a second start does. */
  raise(): void {
    if (this.browserWindow.isMinimized()) this.browserWindow.restore();
    this.browserWindow.focus();
  }

  readyToClose(unsaved: number): void {
    this.#closing.ready(unsaved);
  }

  applySettings({ theme, zoom }: Settings): void {
    nativeTheme.themeSource = theme;
    this.browserWindow.setBackgroundColor(backgroundColour());
    if (this.contents.getZoomFactor() !== zoom) this.contents.setZoomFactor(zoom);
  }

  #listen({ log, pageGone }: MainWindowDeps): void {
    const { browserWindow, contents } = this;
    browserWindow.once('ready-to-show', () => browserWindow.show());
    // The page's title would name an article; the window is called by the app's name.
    browserWindow.on('page-title-updated', (event) => event.preventDefault());
    browserWindow.on('close', (event) => {
      event.preventDefault();
      void this.#closing.request();
      if (contents.isCrashed()) this.#closing.rendererGone();
    });
    nativeTheme.on('updated', () => {
      if (!browserWindow.isDestroyed()) browserWindow.setBackgroundColor(backgroundColour());
    });
    // Not when a navigation begins: one that is then prevented changes nothing.
    contents.on('did-navigate', pageGone);
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.error(`window: its process is gone (${reason}, ${exitCode})`);
      pageGone();
      this.#closing.rendererGone();
    });
    contents.on('preload-error', (_event, _path, error) =>
      log.error(`preload: ${error.stack ?? error.message}`),
    );
    offerReload(browserWindow, log);
  }

  #currentPlace(): WindowPlace {
    return { bounds: this.browserWindow.getNormalBounds(), maximized: this.browserWindow.isMaximized() };
  }
}

function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}

function workAreas(): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
