import { isClaimAttribute, isClaimMetadata } from './claimreview/schema-values.ts';
import type { Format } from './format.ts';
import { spansAlone } from './holdings.ts';

/**
 * schema.org’s `Claim` as JSON-LD, written alone: each claim with its author, where it appears and, as far as they are marked, place and time. There is nothing in
 * a project that would make a `ClaimReview`: it has no verdicts.
 */
export const format: Format = {
  id: 'claimreview',
  name: 'schema.org claims',
  endings: ['.jsonld'],
  mediaTypes: ['application/ld+json'],
  rank: 40,
  recognise: () => 'no',
  writer: {
    holds: {
      ...spansAlone,
      texts: false,
      fragments: true,
      relations: true,
      attributes: isClaimAttribute,
      titles: true,
      metadata: isClaimMetadata,
      entities: true,
    },
    async *write(head, articles) {
      const { claimBytes } = await import('./claimreview/write-claimreview.ts');
      yield* claimBytes(head, articles);
    },
  },
};
