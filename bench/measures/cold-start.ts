import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { electronExecutable } from '../../e2e/harness/electron-executable.ts';
import { launchApp } from '../../e2e/harness/launch.ts';
import { waitSaved } from '../../e2e/harness/saved.ts';
import { benchFolder, electronArguments, electronEnvironment, newProfile } from './electron-app.ts';
import { connectToPage, type PageSession } from './page-session.ts';
import type { Part, Plan } from './part.ts';
import { startElectron } from './started-electron.ts';

const projectFolder = resolve(benchFolder, '..');

/** Left alone for so long: what looks on would be in the way of what is measured. The page keeps its own timings. */
const undisturbedMs = 2_500;
const longestStartMs = 60_000;

/** From making the process to text on the screen, beside an Electron with an empty window, in turns. */
export const coldStart: Part = { name: 'cold-start', drivesApp: true, measure };

async function measure({ rounds, say, record }: Plan): Promise<void> {
  const profiles = { app: await startedProfile(), emptyWindow: newProfile() };
  const folders = { app: projectFolder, emptyWindow: join(benchFolder, 'empty-window') };
  for (let round = -1; round < rounds; round++) {
    say(round < 0 ? 'cold-start: warm-up' : `cold-start: round ${round + 1} of ${rounds}`);
    for (const contender of ['app', 'emptyWindow'] as const) {
      const value = await paintedAfterStart(folders[contender], profiles[contender], contender === 'app');
      if (round < 0) continue;
      record({ measure: 'start → text painted, ms', size: '', contender, round, value });
    }
  }
}

/** The profile of somebody who has started the app before. */
export async function startedProfile(): Promise<string> {
  const profile = newProfile();
  const { page, close } = await launchApp({ profile });
  await waitSaved(page);
  await close();
  return profile;
}

/** Milliseconds until the app, started with this profile, has painted its text. */
export function appPaintedAfterStart(profile: string): Promise<number> {
  return paintedAfterStart(projectFolder, profile, true);
}

async function paintedAfterStart(folder: string, profile: string, isApp: boolean): Promise<number> {
  const electron = await startElectron(
    electronExecutable(),
    [...electronArguments(folder, profile), '--remote-debugging-port=0'],
    { cwd: projectFolder, env: electronEnvironment() },
  );
  try {
    await delay(undisturbedMs);
    const session = await pageOf(electron.developerTools);
    const usableAt = await usableTime(session, isApp ? '[role=textbox][aria-label="Article text"]' : 'p');
    if (isApp) await mustTakeCaret(session);
    session.close();
    return usableAt - electron.startedAt;
  } finally {
    await electron.end();
  }
}

async function pageOf(developerTools: URL): Promise<PageSession> {
  const until = performance.now() + longestStartMs;
  while (performance.now() < until) {
    const session = await connectToPage(developerTools);
    if (session !== undefined) return session;
    await delay(200);
  }
  throw new Error('no page came up');
}

const timesSchema = z.object({ paintedAt: z.number(), usableAt: z.number() });

/**
 * When text within `selector` was first painted, by the page's own largest-contentful-paint entries; a long task that runs then is waited for,
 * since nothing can be done before its end. Milliseconds since the epoch.
 */
async function usableTime(session: PageSession, selector: string): Promise<number> {
  const until = performance.now() + longestStartMs;
  while (performance.now() < until) {
    const found = timesSchema.nullable().parse(await session.evaluate(timesExpression(selector)));
    if (found !== null) return found.usableAt;
    await delay(300);
  }
  throw new Error(`nothing in ${selector} was painted`);
}

function timesExpression(selector: string): string {
  const entries = (type: string) => `new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => { observer.disconnect(); resolve(list.getEntries()); });
    observer.observe({ type: '${type}', buffered: true });
    setTimeout(() => { observer.disconnect(); resolve([]); }, 200);
  })`;
  return `(async () => {
    const paints = await ${entries('largest-contentful-paint')};
    const tasks = await ${entries('longtask')};
    const paint = paints.find(({ element }) => element?.closest(${JSON.stringify(selector)}) != null);
    if (paint === undefined) return null;
    const painted = paint.startTime;
    const busy = tasks.find((task) => task.startTime <= painted && task.startTime + task.duration > painted);
    const usable = busy === undefined ? painted : busy.startTime + busy.duration;
    return { paintedAt: performance.timeOrigin + painted, usableAt: performance.timeOrigin + usable };
  })()`;
}

/** What was painted is the text that can be worked on: a click in it places the caret there. */
async function mustTakeCaret(session: PageSession): Promise<void> {
  const place = z.object({ x: z.number(), y: z.number() }).parse(
    await session.evaluate(`(() => {
      const block = document.querySelector('[role=textbox][aria-label="Article text"] p');
      const { left, top } = block.getBoundingClientRect();
      return { x: left + 60, y: top + 12 };
    })()`),
  );
  await session.click(place.x, place.y);
  const hasCaret = await session.evaluate(`new Promise((resolve) => requestAnimationFrame(() => {
    const textbox = document.querySelector('[role=textbox][aria-label="Article text"]');
    resolve(document.activeElement === textbox && textbox.contains(getSelection().anchorNode));
  }))`);
  if (hasCaret !== true) throw new Error('a click in the text placed no caret');
}
