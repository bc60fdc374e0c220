import { appContestant } from './app-contestant.ts';
import { openBenchWindow } from './electron-app.ts';
import { flushedAppend } from './flushed-append.ts';
import { pageContestant } from './page-contestant.ts';
import type { Part, Plan } from './part.ts';

const warmUps = 1;

/** UTF-16 units. Plain paragraphs draw all of the article: ten times as much would be minutes of waiting for each turn. */
const longestPlain = 5_000_000;

/** Opening, tagging and scrolling at every size: the app, its editor alone, CodeMirror and plain paragraphs, in turns. */
export const articles: Part = { name: 'articles', drivesApp: true, measure };

async function measure({ sizes, rounds, say, record }: Plan): Promise<void> {
  const bench = await openBenchWindow();
  say('articles: preparing a profile');
  const contestants = [
    await appContestant(
      sizes,
      async () => (await bench.page.evaluate(() => window.bench.barePut())) + (await flushedAppend()),
    ),
    pageContestant(bench, 'ascribe'),
    pageContestant(bench, 'codeMirror'),
    { ...pageContestant(bench, 'plain'), longest: longestPlain },
  ];
  try {
    for (let round = -warmUps; round < rounds; round++) {
      for (const size of sizes) {
        say(
          round < 0
            ? `articles: warm-up, ${size.id}`
            : `articles: round ${round + 1} of ${rounds}, ${size.id}`,
        );
        for (const contestant of turned(contestants, round)) {
          if (size.length > (contestant.longest ?? Number.POSITIVE_INFINITY)) continue;
          const taken = await contestant.turn(size);
          if (round < 0) continue;
          for (const one of taken) record({ contender: contestant.name, ...one, size: size.id, round });
        }
      }
    }
  } finally {
    for (const contestant of contestants) await contestant.close();
    await bench.app.close();
  }
}

/** Each takes its turn at being first. */
function turned<Item>(items: readonly Item[], round: number): Item[] {
  const at = ((round % items.length) + items.length) % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
