/** What commands and panels ask of the article on screen. Offsets are UTF-16 units of the canonical text. */
export interface TextView {
  focus(): void;
  /** Scrolls, if need be, so that caret or selection can be read. */
  revealSelection(): void;
  /** Rectangles in the window, one a line, of what is drawn of this stretch near the sight. */
  rectsOf(start: number, end: number): readonly DOMRect[];
  /** Hears whenever text moves on the screen, until the returned function is called. */
  onLayout(listener: () => void): () => void;
}
