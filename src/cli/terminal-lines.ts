/** Words on progress are shown this often, in ms: oftener nobody reads them. */
const leastGap = 100;
const eraseLine = '\r\u001b[K';

/** Lines on standard output and standard error, and where somebody watches words on progress below them, which make room for each line. */
export class TerminalLines {
  readonly #isWatched = process.stderr.isTTY;
  #shown = '';
  #shownAt = 0;

  out = (line: string): void => {
    this.#makeRoom();
    process.stdout.write(`${line}\n`);
  };

  err = (line: string): void => {
    this.#makeRoom();
    process.stderr.write(`${line}\n`);
  };

  progress = (words: string): void => {
    if (!this.#isWatched) return;
    if (words === '') {
      this.#makeRoom();
      return;
    }
    const now = Date.now();
    if (now - this.#shownAt < leastGap) return;
    this.#shownAt = now;
    this.#shown = words.slice(0, Math.max(20, process.stderr.columns - 1));
    process.stderr.write(`${eraseLine}${this.#shown}`);
  };

  #makeRoom(): void {
    if (this.#shown === '') return;
    process.stderr.write(eraseLine);
    this.#shown = '';
  }
}
