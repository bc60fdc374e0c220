/** https://w3c.github.io/edit-context/, as far as it is used here; TypeScript's DOM library does not have it yet. */
interface EditContextInstance extends EventTarget {
  readonly text: string;
  updateText(start: number, end: number, text: string): void;
  updateSelection(start: number, end: number): void;
  updateControlBounds(bounds: DOMRect): void;
  updateSelectionBounds(bounds: DOMRect): void;
}

declare global {
  interface HTMLElement {
    editContext: EditContextInstance | null;
  }
  var EditContext: { new (): EditContextInstance };
}

/** What reaches the text through input, and is answered by nothing. */
const changingEvents = ['beforeinput', 'cut', 'paste', 'dragstart'] as const;

/**
 * Makes `root` a place for a caret that nothing can type into. The edit context takes what keyboard, input method or dictation write, and is emptied
 * at once; the DOM is never theirs.
 */
export class ReadOnlyEditContext {
  readonly #root: HTMLElement;
  readonly #context = new EditContext();
  readonly #abort = new AbortController();

  constructor(root: HTMLElement) {
    this.#root = root;
    root.editContext = this.#context;
    const { signal } = this.#abort;
    this.#context.addEventListener('textupdate', () => this.#empty(), { signal });
    for (const name of changingEvents)
      root.addEventListener(name, (event) => event.preventDefault(), { signal });
    for (const name of ['dragover', 'drop'] as const) {
      root.addEventListener(name, (event) => this.#refuseText(event), { signal });
    }
  }

  /** Tells the input method where the caret is, in client coordinates. */
  placeAt(caret: DOMRect): void {
    this.#context.updateControlBounds(this.#root.getBoundingClientRect());
    this.#context.updateSelectionBounds(caret);
  }

  dispose(): void {
    this.#abort.abort();
    this.#root.editContext = null;
  }

  #empty(): void {
    this.#context.updateText(0, this.#context.text.length, '');
    this.#context.updateSelection(0, 0);
  }

  /** Files may be dropped on the window; text may not be dropped into the text. */
  #refuseText(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') !== true) event.preventDefault();
  }
}
