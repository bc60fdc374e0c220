import { count } from '../text/number-words.ts';
import type { DatasetFault } from './dataset-reading.ts';

/** What a merge does, in numbers and names. */
export interface MergeReport {
  readonly articles: {
    readonly added: number;
    /** There already, and get something new. */
    readonly merged: number;
    /** There already with all that comes in. */
    readonly unchanged: number;
    /** Of the merged and unchanged ones, those that lay in the trash and come out of it. */
    readonly restored: number;
    /** Of the added ones, those whose id another text has here. */
    readonly renamed: number;
    /** Articles of the app's own that make room. */
    readonly removed: number;
  };
  readonly spans: {
    readonly added: number;
    readonly alreadyThere: number;
    /** Of the added ones, those whose id another span has here, which stays as it is. */
    readonly conflicting: number;
  };
  readonly relations: { readonly added: number; readonly alreadyThere: number };
  readonly tagSet: {
    /** Names of tags and relation types that the project lacked. */
    readonly tagsAdded: readonly string[];
    readonly relationTypesAdded: readonly string[];
    /** Names of those that are defined otherwise here: the project's definition stays. */
    readonly tagsKept: readonly string[];
    /** Names of relation types that may now link more tags. */
    readonly relationTypesWidened: readonly string[];
  };
  readonly annotatorsAdded: number;
  /** People and organisations that the cast lacked. */
  readonly entitiesAdded: number;
  /** The project was empty and takes the dataset's name and tag set. */
  readonly adopted: boolean;
}

/** The report as sentences for the person: first what comes in, then what does not. Faults are those of the reading. */
export function mergeSentences(report: MergeReport, faults: readonly DatasetFault[]): string[] {
  const { articles, spans, relations, tagSet } = report;
  const lines = [
    sentence('Comes in', [
      counted(articles.added, 'new article'),
      counted(spans.added, 'annotation'),
      counted(relations.added, 'link'),
      counted(report.annotatorsAdded, 'annotator'),
      counted(report.entitiesAdded, 'member of the cast', 'members of the cast'),
    ]),
    sentence('Here already', [
      counted(articles.merged + articles.unchanged, 'article'),
      counted(spans.alreadyThere, 'annotation'),
      counted(relations.alreadyThere, 'link'),
    ]),
    articles.restored > 0 && `${doing(articles.restored, 'article', 'comes', 'come')} out of the trash.`,
    articles.removed > 0 && `${doing(articles.removed, 'sample article', 'makes', 'make')} room.`,
    articles.renamed > 0 &&
      `${doing(articles.renamed, 'article', 'gets', 'get')} a new id: another text has the old one in this project.`,
    spans.conflicting > 0 &&
      `${doing(spans.conflicting, 'annotation', 'differs', 'differ')} from what stands here under the same id: both are kept.`,
    named('New tags', tagSet.tagsAdded),
    named('New relation types', tagSet.relationTypesAdded),
    named('Tags defined otherwise in this project, which stay as they are', tagSet.tagsKept),
    named('Relation types that may now link more tags', tagSet.relationTypesWidened),
    report.adopted && 'The project takes the dataset’s name and tag set.',
    refusals(faults),
  ];
  return lines.filter((line) => typeof line === 'string');
}

function refusals(faults: readonly DatasetFault[]): string | false {
  const counts = new Map<string, number>();
  for (const { effect, item } of faults) {
    if (effect === 'refused') counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return sentence(
    'Does not come in',
    [...counts].map(([item, times]) => counted(times, item)),
  );
}

function sentence(start: string, parts: readonly string[]): string | false {
  const present = parts.filter((part) => part !== '');
  return present.length > 0 && `${start}: ${present.join(', ')}.`;
}

function named(start: string, names: readonly string[]): string | false {
  return names.length > 0 && `${start}: ${names.join(', ')}.`;
}

/** `3 spans`; empty for none. */
function counted(value: number, noun: string, plural = noun.endsWith('s') ? noun : `${noun}s`): string {
  return value === 0 ? '' : count(value, noun, plural);
}

/** `1 article comes`, `2 articles come`. */
function doing(value: number, noun: string, singular: string, plural: string): string {
  return `${count(value, noun)} ${value === 1 ? singular : plural}`;
}
