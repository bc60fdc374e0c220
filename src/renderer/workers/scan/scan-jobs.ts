import { articleFacts } from './article-facts.ts';
import { articleSearch } from './article-search.ts';
import { attributeUse } from './attribute-use.ts';
import { attributionStatistics } from './attribution-statistics.ts';
import { castCounts } from './cast-counts.ts';
import { concordance } from './concordance.ts';
import { entityMentions } from './entity-mentions.ts';
import { findInArticle } from './find-in-article.ts';
import { learnFromProject } from './learn-from-project.ts';
import { markedClaims } from './marked-claims.ts';
import { readLearntSummary } from './read-learnt.ts';
import { relationUse } from './relation-use.ts';
import { ruleDecisions } from './rule-decisions.ts';
import { sameAgainInArticle } from './same-again.ts';
import type { ScanJob } from './scan-job.ts';
import { suggestInArticle } from './suggest-in-article.ts';
import { suggestInProject } from './suggest-in-project.ts';
import { unassignedSpeakers } from './unassigned-speakers.ts';

/** Every job of the scan worker, by name: one file a job. */
export const scanJobs = {
  articleFacts,
  articleSearch,
  attributeUse,
  attributionStatistics,
  castCounts,
  concordance,
  entityMentions,
  findInArticle,
  learnFromProject,
  markedClaims,
  readLearntSummary,
  relationUse,
  ruleDecisions,
  sameAgainInArticle,
  suggestInArticle,
  suggestInProject,
  unassignedSpeakers,
} as const;

export type ScanName = keyof typeof scanJobs;

/** Jobs to which what comes with the request matters most: they do not wait for what is being saved. */
export const unwaitingJobs: ReadonlySet<ScanName> = new Set<ScanName>(['suggestInArticle']);

type JobOf<Name extends ScanName> = (typeof scanJobs)[Name];
export type ScanArgs<Name extends ScanName> = JobOf<Name> extends ScanJob<infer Args, infer _> ? Args : never;
export type ScanBatch<Name extends ScanName> =
  JobOf<Name> extends ScanJob<infer _, infer Batch> ? Batch : never;

/** What the window tells a scan worker, once for each job. */
export interface ScanRequest<Name extends ScanName = ScanName> {
  readonly job: Name;
  /** Name of the database in use. */
  readonly database: string;
  readonly args: ScanArgs<Name>;
}

export type ScanReply =
  | { readonly kind: 'batch'; readonly batch: unknown }
  | { readonly kind: 'done' }
  /** A sentence for the person. */
  | { readonly kind: 'failed'; readonly message: string };
