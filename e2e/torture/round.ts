import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions, RunningApp } from '../harness/launch.ts';
import { rootOption } from './app-root.ts';
import { launchSurely, missedStarts } from './launch-surely.ts';
import { seededRandom } from './random.ts';
import { toldAtStart } from './told-at-start.ts';

/** A way to torment the app. What it finds wrong it throws. */
export interface Scenario {
  readonly name: string;
  run(round: Round): Promise<void>;
}

/** One run of a scenario, decided by its seed: profile, apps and files of its own, all gone when it ends. */
export class Round {
  readonly seed: number;
  readonly random: () => number;
  /** A folder for all that the round makes; a profile in it that no app has used. */
  readonly folder: string;
  profile: string;
  /** What was counted, by name; figures whose name begins with `slowest` are the greatest of all. */
  readonly figures = new Map<string, number>();
  /** What the app said at its starts. */
  readonly told: string[] = [];
  readonly #running: RunningApp[] = [];
  readonly #ends: (() => void)[] = [];

  constructor(seed: number) {
    this.seed = seed;
    this.random = seededRandom(seed);
    // The first numbers of near seeds are near each other.
    for (let i = 0; i < 10; i++) this.random();
    this.folder = mkdtempSync(join(tmpdir(), 'ascribe-torture-'));
    this.profile = join(this.folder, 'profile');
  }

  /** Random numbers of their own, for what goes on until something else happens: how many it takes decides nothing else in the round. */
  branch(): () => number {
    return seededRandom(1 + Math.floor(this.random() * 2 ** 31));
  }

  count(name: string, by = 1): void {
    this.figures.set(name, (this.figures.get(name) ?? 0) + by);
  }

  slowest(name: string, milliseconds: number): void {
    const known = this.figures.get(`slowest ${name}, ms`) ?? 0;
    this.figures.set(`slowest ${name}, ms`, Math.max(known, Math.round(milliseconds)));
  }

  /** Starts the app on the round's profile and notes what it says. */
  async start(options: Omit<LaunchOptions, 'profile' | 'root'> = {}): Promise<RunningApp> {
    const begun = performance.now();
    const missed = missedStarts.count;
    const running = await launchSurely({ ...options, profile: this.profile, ...rootOption });
    this.#running.push(running);
    this.count('starts');
    if (missedStarts.count === missed) this.slowest('start', performance.now() - begun);
    this.told.push(...(await toldAtStart(running.page)));
    return running;
  }

  /** To be done when the round ends, the last first. */
  atEnd(action: () => void): void {
    this.#ends.push(action);
  }

  /** @param keep leave the folder, for somebody to look at */
  async end(keep: boolean): Promise<void> {
    for (const running of this.#running) await running.kill();
    for (const action of this.#ends.reverse()) action();
    if (!keep) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
