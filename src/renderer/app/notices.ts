import { createStore, type StoreApi } from 'zustand/vanilla';

/** The likely next step, offered beside the words. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  readonly action?: NoticeAction;
}

/** How long a notice that asks nothing of the person stays, in milliseconds. */
const infoStays = 7000;

/** Short messages that appear over the foot of the window and go by themselves; errors stay until they are put away. */
export class Notices {
  readonly store: StoreApi<readonly Notice[]> = createStore<readonly Notice[]>(() => []);
  #next = 1;

  inform(text: string, action?: NoticeAction): void {
    const id = this.#add('info', text, action);
    setTimeout(() => this.dismiss(id), infoStays);
  }

  warn(text: string): void {
    this.#add('error', text);
  }

  /** Stays until it is put away, with what would take back what happened. */
  alarm(text: string, action: NoticeAction): void {
    this.#add('error', text, action);
  }

  dismiss(id: number): void {
    this.store.setState(
      this.store.getState().filter((notice) => notice.id !== id),
      true,
    );
  }

  /** The same words again take the place of the old ones, so that a key held down fills no screen. */
  #add(kind: Notice['kind'], text: string, action?: NoticeAction): number {
    const notice: Notice = { id: this.#next++, kind, text, ...(action === undefined ? {} : { action }) };
    const others = this.store.getState().filter((other) => other.text !== text);
    this.store.setState([...others, notice].slice(-3), true);
    return notice.id;
  }
}
