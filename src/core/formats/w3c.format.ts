import type { Format, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';
import { jsonHead } from './json/json-head.ts';

/**
 * Web Annotations (W3C Recommendation “Web Annotation Data Model” of 2017) as JSON-LD: a collection of one page. Places are code points, as its section 4.2.4 wants
 * of all selections of text. Each article is the target of an annotation that describes it, with its text as the source’s `value`; spans have a quote with what
 * stands around it and a position; a discontinuous span is a `List` of these; relations are annotations that link from their target to their body.
 */
export const format: Format = {
  id: 'w3c',
  name: 'Web Annotations',
  endings: ['.jsonld', '.json'],
  mediaTypes: ['application/ld+json'],
  rank: 25,
  recognise,
  datasets: {
    companions: (name) => {
      const stem = name.replace(/(?:\.w3c)?\.json(?:ld)?$/i, '');
      return stem === name ? [] : [`${stem}.txt`];
    },
    read: async (file, options) => (await import('./w3c/read-w3c.ts')).readWebAnnotations(file, options),
  },
  writer: {
    holds: {
      ...allButRefusals,
      tagSet: false,
      inventory: false,
      entities: false,
      blocks: false,
      sources: false,
      articleWork: false,
    },
    async *write(head, articles) {
      const { webAnnotationBytes } = await import('./w3c/write-w3c.ts');
      yield* webAnnotationBytes(head, articles);
    },
  },
};

const context = /"https?:\/\/www\.w3\.org\/ns\/anno\.jsonld"/;
const type = /"@?type"\s*:\s*"Annotation(?:Collection|Page)?"/;

function recognise({ bytes }: SourceFile) {
  const head = jsonHead(bytes);
  if (head?.kindAt('') !== 'object') return 'no';
  if (context.test(head.text)) return 'content';
  return type.test(head.text) && (head.kindAt('target') ?? head.kindAt('items') ?? head.kindAt('first'))
    ? 'content'
    : 'no';
}
