import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/core/model/span.ts';
import type { Operation } from '../../src/core/operations/operation.ts';
import { copyName, markerName, markerText, newMarker, projectsName } from '../../src/core/profile/marker.ts';
import { articleOf } from '../../tests/core/arbitraries/article.ts';
import { spanOf } from '../../tests/core/arbitraries/span.ts';
import { kept } from '../../tests/core/rescue/rescue-kit.ts';
import { pick } from './random.ts';
import { plainText } from './tagging.ts';

/** What must be found in a planted profile. */
export interface Planted {
  readonly title: string;
  /** The folder of its project. */
  readonly project: string;
  /** Quote by span id. */
  readonly quotes: ReadonlyMap<string, string>;
}

/** Writes a profile as an app leaves it after much work: an article, up to 250 annotations and up to four snapshots, of which three stay. */
export async function plantProfile(profile: string, random: () => number): Promise<Planted> {
  const title = 'A planted article';
  const article = articleOf(`${title}\n\n${plainText(random)}`, 'planted');
  const words = [...article.body.text.matchAll(/[a-z]{3,}/g)].map(({ index, 0: word }) => {
    return { start: index, end: index + word.length };
  });
  const spans = new Map<string, Span>();
  const operations: Operation[] = [{ type: 'article.add', article }];
  for (let i = 20 + Math.floor(random() * 230); i > 0; i--) {
    const known = [...spans.values()];
    if (known.length > 0 && random() < 0.15) {
      const span = pick(random, known);
      spans.delete(span.id);
      operations.push({ type: 'span.remove', span });
    } else {
      const tag = pick(random, ['claim', 'speaker', 'date', 'location']);
      const parts = { id: `s${i}`, articleId: 'planted', tag, annotator: 'me' };
      const span = spanOf(article.body.text, [pick(random, words)], parts);
      spans.set(span.id, span);
      operations.push({ type: 'span.add', span });
    }
  }
  const snapshotsAfter = Array.from({ length: Math.floor(random() * 5) }, () => {
    return 1 + Math.floor(random() * operations.length);
  });
  const project = join(profile, projectsName, 'project');
  mkdirSync(project, { recursive: true });
  const marker = markerText(newMarker('project', 1, new Date(0)));
  writeFileSync(join(profile, markerName), marker);
  writeFileSync(join(project, copyName), marker);
  for (const { name, bytes } of (await kept(operations, snapshotsAfter)).files) {
    writeFileSync(join(project, name), bytes);
  }
  return { title, project, quotes: new Map([...spans.values()].map(({ id, quote }) => [id, quote])) };
}
