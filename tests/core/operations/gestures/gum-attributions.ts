import { readdirSync, readFileSync } from 'node:fs';
import type { Fragment } from '../../../../src/core/model/fragment.ts';
import { sharedData } from '../../arbitraries/shared-data.ts';

/** An attribution that others annotated; offsets in UTF-16 units of the article's text. */
export interface GoldAttribution {
  readonly claim: Fragment;
  readonly speaker: Fragment;
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** The news of GUM: its discourse units say which are attributed, and which words are the source. */
export function gumArticles(): GoldArticle[] {
  return readdirSync(sharedData('gum-news/dep'))
    .filter((file) => file.endsWith('.conllu'))
    .map((file) => readArticle(file.replace('.conllu', '')));
}

interface Token extends Fragment {
  readonly sentence: number;
}

function readArticle(name: string): GoldArticle {
  const { text, tokens } = readText(readFileSync(sharedData(`gum-news/dep/${name}.conllu`), 'utf8'));
  const units = readFileSync(sharedData(`gum-news/rst/dependencies/${name}.rsd`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  let at = 0;
  const stretches = new Map<string, { first: number; last: number }>();
  const rows = units.map((line) => line.split('\t'));
  for (const [id = '', words = ''] of rows) {
    const length = words.split(' ').length;
    stretches.set(id, { first: at, last: at + length - 1 });
    at += length;
  }
  const attributions = rows.flatMap((row): GoldAttribution[] => {
    const [head = '', relation = '', signals = ''] =
      row.slice(6, 10).filter((cell) => cell !== '_').length >= 2
        ? [row[6], row[7], row.slice(8).join(' ')]
        : [];
    const source = /attribution_source-(\d+)(?:-(\d+))?/.exec(signals);
    const claim = stretches.get(head);
    if (!relation.startsWith('attribution') || source === null || claim === undefined) return [];
    const from = Number(source[1]) - 1;
    const to = Number(source[2] ?? source[1]) - 1;
    const speaker = fragmentOf(tokens, from, to);
    const said = fragmentOf(tokens, claim.first, claim.last);
    return speaker === undefined || said === undefined ? [] : [{ claim: said, speaker }];
  });
  return { name, text, attributions };
}

function fragmentOf(tokens: readonly Token[], first: number, last: number): Fragment | undefined {
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}

function readText(conllu: string): { text: string; tokens: Token[] } {
  let text = '';
  let sentence = -1;
  const tokens: Token[] = [];
  let skipUntil = 0;
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_block') && text !== '')
      text = `${text.trimEnd()}\n\n`;
    if (line.startsWith('# sent_id')) sentence += 1;
    const cells = line.split('\t');
    const [id = '', form = ''] = cells;
    const space = line.includes('SpaceAfter=No') ? '' : ' ';
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range !== null) {
      // One written word for several: its parts share its place.
      skipUntil = Number(range[2]);
      const start = text.length;
      text += form + space;
      for (let part = Number(range[1]); part <= skipUntil; part++)
        tokens.push({ start, end: start + form.length, sentence });
      continue;
    }
    if (!/^\d+$/.test(id)) {
      if (line === '') skipUntil = 0;
      continue;
    }
    if (Number(id) <= skipUntil) continue;
    const start = text.length;
    text += form + space;
    tokens.push({ start, end: start + form.length, sentence });
  }
  return { text: text.trimEnd(), tokens };
}
