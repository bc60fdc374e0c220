import { Menu, type WebContents } from 'electron';
import type { CommandId } from '../../bridge/commands.ts';
import type { MenuState } from '../../bridge/menu-state.ts';
import { initialMenuState, menuTemplate } from './menu-template.ts';

/** Electron cannot change a label in place, so the menu is made anew: not more often than so many milliseconds apart. */
const rebuildInterval = 100;

interface ApplicationMenuDeps {
  readonly isPackaged: boolean;
  readonly choose: (id: CommandId) => void;
  readonly contents: () => WebContents | undefined;
}

/** The application menu, kept in step with what the window says of its project. */
export class ApplicationMenu {
  readonly #deps: ApplicationMenuDeps;
  #state: MenuState = initialMenuState;
  #shown = '';
  #waiting: NodeJS.Timeout | undefined;
  #built = Number.NEGATIVE_INFINITY;

  constructor(deps: ApplicationMenuDeps) {
    this.#deps = deps;
    this.#build();
  }

  update(state: MenuState): void {
    this.#state = state;
    if (this.#waiting !== undefined) return;
    const wait = this.#built + rebuildInterval - performance.now();
    if (wait <= 0) this.#build();
    else this.#waiting = setTimeout(() => this.#build(), wait);
  }

  #build(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    const wanted = JSON.stringify(this.#state);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.#built = performance.now();
    const template = menuTemplate({
      state: this.#state,
      platform: process.platform,
      isPackaged: this.#deps.isPackaged,
      choose: this.#deps.choose,
      selectAll: () => pressSelectAll(this.#deps.contents()),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}

function pressSelectAll(contents: WebContents | undefined): void {
  for (const type of ['keyDown', 'keyUp'] as const) {
    contents?.sendInputEvent({ type, keyCode: 'A', modifiers: ['control'] });
  }
}
