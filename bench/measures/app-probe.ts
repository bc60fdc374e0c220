/** What is seen of a key or click from within the app's page, milliseconds since the event. */
export interface Seen {
  readonly paintedMs: number;
  /** Until the status bar said "All changes saved" after it had said something else; 0 where nothing was written. */
  readonly savedMs: number;
}

/** The benchmark's eyes in the app's page. They look from outside, by the names of the interface contract. */
export interface AppProbe {
  /** Watches the next click: painted when the article whose text begins with `title` is drawn with its marks. */
  watchOpen(title: string): void;
  /** Watches the next key: painted when a mark of a span is there that was not, saved when the status bar says so. */
  watchTag(): void;
  /** The same of a key that takes a span away. */
  watchUntag(): void;
  /** Watches the next input in the find bar: painted when the matches are counted. */
  watchFind(): void;
  seen(): Promise<Seen>;
  /** Resolves when frames come at an even pace again. */
  quiet(): Promise<void>;
  /** The middle of the `n`-th untagged long word in sight, client coordinates. */
  wordInSight(n: number): { x: number; y: number };
  scroller(): HTMLElement;
}

declare global {
  interface Window {
    probe: AppProbe;
  }
}

/** Sent into the app's page: it refers to nothing outside of itself. */
export function installProbe(): void {
  const textbox = () => {
    const found = document.querySelector<HTMLElement>('[role=textbox][aria-label="Article text"]');
    if (found === null) throw new Error('no article is shown');
    return found;
  };
  let seen: Promise<Seen> = Promise.reject(new Error('nothing is watched'));
  seen.catch(() => undefined);

  const nextEvent = (type: 'click' | 'keydown' | 'input') =>
    new Promise<number>((resolve) => {
      addEventListener(type, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    });

  /** The end of the second frame after the next one begins, as everywhere in this benchmark. */
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve(performance.now());
          };
          port2.postMessage(null);
        }),
      );
    });

  const firstWords = () => {
    const texts = document.createTreeWalker(textbox(), NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const words = node.textContent?.trim();
      if (words) return words;
    }
    return '';
  };

  const changed = (root: Node, isDone: () => boolean) =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isDone()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    });

  const idsOfMarks = () =>
    new Set(
      [...textbox().querySelectorAll<HTMLElement>('mark[data-span-ids]')].flatMap(({ dataset }) =>
        (dataset.spanIds ?? '').split(' '),
      ),
    );

  const watchKey = (isMarked: () => boolean) => {
    const status = [...document.querySelectorAll<HTMLElement>('[role=status]')].find(
      ({ textContent }) => textContent === 'All changes saved',
    );
    if (status === undefined) throw new Error('not everything is saved before the key');
    let wasUnsaved = false;
    const saved = changed(status, () => {
      const isSaved = status.textContent === 'All changes saved';
      wasUnsaved ||= !isSaved;
      return isSaved && wasUnsaved;
    }).then(() => performance.now());
    const marked = changed(textbox(), isMarked);
    seen = nextEvent('keydown').then(async (started) => {
      await marked;
      const paintedAt = await painted();
      return { paintedMs: paintedAt - started, savedMs: (await saved) - started };
    });
  };

  window.probe = {
    watchOpen(title) {
      const isShown = () => firstWords().startsWith(title) && textbox().querySelector('mark') !== null;
      const shown = changed(document.body, isShown);
      seen = nextEvent('click').then(async (started) => {
        await shown;
        return { paintedMs: (await painted()) - started, savedMs: 0 };
      });
    },
    watchTag() {
      const known = idsOfMarks();
      watchKey(() => [...idsOfMarks()].some((id) => !known.has(id)));
    },
    watchUntag() {
      const known = idsOfMarks();
      watchKey(() => {
        const left = idsOfMarks();
        return [...known].some((id) => !left.has(id));
      });
    },
    watchFind() {
      const count = document.querySelector<HTMLElement>('.find-count');
      if (count === null) throw new Error('the find bar is not open');
      const counted = changed(count, () => / of /.test(count.textContent ?? ''));
      seen = nextEvent('input').then(async (started) => {
        await counted;
        return { paintedMs: (await painted()) - started, savedMs: 0 };
      });
    },
    seen: () => seen,
    quiet: () =>
      new Promise((resolve) => {
        let even = 0;
        let previous = performance.now();
        const onFrame = (now: number) => {
          even = now - previous < 34 ? even + 1 : 0;
          previous = now;
          if (even >= 15) resolve();
          else requestAnimationFrame(onFrame);
        };
        requestAnimationFrame(onFrame);
      }),
    wordInSight(n) {
      const sight = this.scroller().getBoundingClientRect();
      // One range for all: each that lives makes every later removal from the document slower.
      const range = new Range();
      let left = n;
      for (const block of textbox().children) {
        const { top, bottom } = block.getBoundingClientRect();
        if (bottom < sight.top || top > sight.bottom) continue;
        const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          if (node.parentElement?.closest('mark') !== null) continue;
          for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}{5,}/gu)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const place = range.getBoundingClientRect();
            const isInSight = place.top > sight.top + 60 && place.bottom < sight.bottom - 60;
            if (!isInSight || left-- > 0) continue;
            return { x: place.left + place.width / 2, y: place.top + place.height / 2 };
          }
        }
      }
      throw new Error('there is no such word in sight');
    },
    scroller() {
      for (let at: HTMLElement | null = textbox(); at !== null; at = at.parentElement) {
        const { overflowY } = getComputedStyle(at);
        if (overflowY === 'auto' || overflowY === 'scroll') return at;
      }
      throw new Error('nothing around the text scrolls');
    },
  };
}
