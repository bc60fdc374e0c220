import type { Dataset } from '../../src/core/formats/dataset-schema.ts';
import { payloads } from './payloads.ts';

/** A payload as it can stand in a canonical text: well-formed, its lines ended by line feeds alone. */
export const inText = (payload: string): string => payload.toWellFormed().replace(/\r\n?/g, '\n');

const short = (payload: string): string => inText(payload).slice(0, 120);
/** An identifier or a name must not be empty. */
const name = (payload: string): string => short(payload).trim() || 'blank';

/**
 * Every payload in every place of a dataset that holds words: a tag, a relation type and an entity each; an article each, with its title, note,
 * labels, metadata and source; and one article whose text is all of them, each tagged, with a note and attributes.
 * @param all all of them unless told
 */
export function hostileDataset(all: readonly string[] = payloads): Dataset {
  const spans: NonNullable<Dataset['articles'][number]['spans']> = [];
  const own = {
    annotator: 'a0',
    createdAt: '2031-03-14T00:00:00.000Z',
    updatedAt: '2031-03-14T00:00:00.000Z',
  };
  let text = 'All of it\n\n';
  for (const [i, payload] of all.entries()) {
    const words = inText(payload);
    const start = [...text].length;
    text += `${words}\n\n`;
    const end = start + [...words].length;
    const attributes = JSON.parse(
      `{${JSON.stringify(name(payload))}: ${JSON.stringify(words)}, "cue": ${JSON.stringify(words)}, "entity": "e${i}"}`,
    );
    // A dataset with such a key is refused as a whole.
    Reflect.deleteProperty(attributes, '__proto__');
    spans.push({ id: `s${i}`, tag: `t${i}`, start, end, text: words, note: words, attributes, ...own });
  }
  return {
    format: 'ascribe-dataset',
    version: 1,
    offsetUnit: 'codePoint',
    project: { name: name(all[0] ?? 'x') },
    annotators: [{ id: 'a0', name: name(all[0] ?? 'x') }],
    entities: all.map((payload, i) => ({
      id: `e${i}`,
      name: name(payload),
      role: name(payload),
      aliases: [name(payload)],
      note: inText(payload),
      anonymous: false,
    })),
    tagSet: {
      tags: all.map((payload, i) => ({
        id: `t${i}`,
        name: `${i} ${name(payload)}`,
        guideline: inText(payload),
      })),
      relationTypes: all.slice(0, 30).map((payload, i) => ({ id: `r${i}`, name: `${i} ${name(payload)}` })),
    },
    articles: [
      {
        id: 'all',
        title: 'All of it',
        text,
        spans,
        relations: all
          .slice(0, Math.min(30, all.length - 1))
          .map((_, i) => ({ id: `l${i}`, type: `r${i}`, from: `s${i}`, to: `s${i + 1}`, ...own })),
      },
      ...all.map((payload, i) => ({
        id: `article ${i}`,
        title: name(payload),
        text: `${inText(payload)}\n\nArticle ${i} ends.`,
        note: inText(payload),
        labels: [name(payload)],
        metadata: {
          author: inText(payload),
          publication: inText(payload),
          url: inText(payload),
          x: inText(payload),
        },
        source: { fileName: inText(payload).slice(0, 1_000) },
      })),
    ],
  };
}
