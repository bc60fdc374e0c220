/**
 * Does one thing at a time, and what arrives meanwhile together in the next turn: however many appends wait, one flush serves them.
 */
export class GroupQueue<Item, Answer> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Answer[]>;
  #waiting: { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  #running: Promise<void> | undefined;

  /** @param work answers each item, in order. What it throws, all of its group get. */
  constructor(work: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#work = work;
  }

  add(item: Item): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        const answers = await this.#work(group.map(({ item }) => item));
        for (const [index, { resolve, reject }] of group.entries()) {
          const answer = answers[index];
          if (answer === undefined) reject(new Error('an item of the group has no answer'));
          else resolve(answer);
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#running = undefined;
  }
}
