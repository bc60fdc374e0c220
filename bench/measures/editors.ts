import type { Page } from '@playwright/test';
import type { ContenderName } from '../page/page.ts';
import type { ScrollScript } from '../page/scroll-through.ts';
import type { Reading } from '../report/reading.ts';
import { spreadOf } from '../report/spread.ts';
import { openBenchWindow } from './electron-app.ts';
import type { Part, Plan } from './part.ts';
import { rendererMemory } from './renderer-memory.ts';

/** Rolling a wheel, and dragging through the text as fast as one can still see something go by. */
export const scrollScripts: Readonly<Record<'wheel' | 'fast', ScrollScript>> = {
  wheel: { step: 100, frames: 150 },
  fast: { step: 1_500, frames: 60 },
};

const contenders: readonly ContenderName[] = ['ascribe', 'codeMirror', 'plain'];
const tagsARound = 5;
const warmUps = 1;

/** The editor alone beside CodeMirror and plain paragraphs, in one page, in turns. */
export const editors: Part = { name: 'editors', drivesApp: false, measure };

async function measure({ sizes, rounds, say }: Plan): Promise<Reading[]> {
  const { app, page } = await openBenchWindow();
  const readings: Reading[] = [];
  try {
    for (let round = -warmUps; round < rounds; round++) {
      for (const { id: size } of sizes) {
        say(round < 0 ? `editors: warm-up, ${size}` : `editors: round ${round + 1} of ${rounds}, ${size}`);
        for (const contender of turned(contenders, round)) {
          const taken = await oneTurn(page, contender, size);
          taken.push({ measure: 'editor: memory, MB', value: await rendererMemory(app) });
          await page.evaluate(() => window.bench.close());
          if (round >= 0) readings.push(...taken.map((one) => ({ ...one, size, contender, round })));
        }
      }
    }
  } finally {
    await app.close();
  }
  return readings;
}

/** Each takes its turn at being first. */
function turned<Item>(items: readonly Item[], round: number): Item[] {
  const at = ((round % items.length) + items.length) % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

async function oneTurn(page: Page, contender: ContenderName, size: string) {
  const opened = await page.evaluate(([name, id]) => window.bench.open(name, id), [contender, size] as const);
  const jumped = await page.evaluate((id) => window.bench.jump(id), size);
  const tagged = await page.evaluate(([id, count]) => window.bench.tag(id, count), [
    size,
    tagsARound,
  ] as const);
  const wheel = await page.evaluate((script) => window.bench.scroll(script), scrollScripts.wheel);
  const fast = await page.evaluate((script) => window.bench.scroll(script), scrollScripts.fast);
  return [
    { measure: 'editor: open → painted, ms', value: opened.paintedMs },
    { measure: 'editor: open, main thread busy, ms', value: opened.busyMs },
    { measure: 'editor: making its own value, ms', value: opened.prepareMs },
    { measure: 'editor: jump to the middle → painted, ms', value: jumped.paintedMs },
    { measure: 'editor: tag → painted, ms', value: spreadOf(tagged.map((one) => one.paintedMs)).median },
    { measure: 'editor: tag, main thread busy, ms', value: spreadOf(tagged.map((one) => one.busyMs)).median },
    { measure: 'editor: wheel, frames over 50 ms', value: wheel.longFrames },
    { measure: 'editor: wheel, worst frame, ms', value: wheel.worstMs },
    { measure: 'editor: fast scroll, frames over 50 ms', value: fast.longFrames },
    { measure: 'editor: fast scroll, worst frame, ms', value: fast.worstMs },
  ];
}
