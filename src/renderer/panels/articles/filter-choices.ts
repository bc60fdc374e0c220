import { t } from '../../../core/messages/translate.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import { type ArticleFilter, type FilterFlag, toggled } from '../../app/articles/article-filter.ts';
import { stateNames } from '../../app/articles/state-words.ts';

/** One thing that the list can be narrowed down by. */
export interface FilterChoice {
  readonly kind: keyof ArticleFilter;
  /** Unlike every other's. */
  readonly key: string;
  /** Completes the heading of its kind in the menu. */
  readonly label: string;
  /** Stands alone, on a chip. */
  readonly chip: string;
  readonly isIn: (filter: ArticleFilter) => boolean;
  readonly toggle: (filter: ArticleFilter) => ArticleFilter;
}

const flags: readonly { readonly value: FilterFlag; readonly label: string; readonly chip: string }[] = [
  {
    value: 'unattributed',
    label: t('panels.articles.haveClaimsWithoutASpeaker'),
    chip: t('panels.articles.claimsWithoutASpeaker'),
  },
  {
    value: 'flagged',
    label: t('panels.articles.haveFlaggedAnnotations'),
    chip: t('panels.articles.flagged'),
  },
  { value: 'untagged', label: t('panels.articles.haveNoAnnotation'), chip: t('panels.articles.untagged') },
  { value: 'noted', label: t('panels.articles.haveANote'), chip: t('panels.articles.withANote') },
];

/** All choices: the states, the conditions, the tags of the tag set and the labels in use. */
export function filterChoices(tags: readonly Tag[], labels: readonly string[]): FilterChoice[] {
  return [
    ...stateNames.map(({ value, label }) => choiceOf('states', value, label)),
    ...flags.map(({ value, label, chip }) => choiceOf('flags', value, label, chip)),
    ...tags.map(({ id, name }) =>
      choiceOf('tags', id, name, t('panels.articles.hasName', { name: name.toLowerCase() })),
    ),
    ...labels.map((label) => choiceOf('labels', label, label)),
  ];
}

function choiceOf<Kind extends keyof ArticleFilter>(
  kind: Kind,
  value: ArticleFilter[Kind][number],
  label: string,
  chip = label,
): FilterChoice {
  return {
    kind,
    key: `${kind} ${value}`,
    label,
    chip,
    isIn: (filter) => {
      const chosen: readonly string[] = filter[kind];
      return chosen.includes(value);
    },
    toggle: (filter) => toggled(filter, kind, value),
  };
}
