import type { ArticleStateName } from '../../../core/model/article.ts';

/** What the interface calls the states of an article, in the order of the work. */
export const stateNames: readonly { readonly value: ArticleStateName; readonly label: string }[] = [
  { value: 'todo', label: 'To do' },
  { value: 'inProgress', label: 'In progress' },
  { value: 'discuss', label: 'Needs discussion' },
  { value: 'done', label: 'Done' },
];

export function stateName(state: ArticleStateName): string {
  return stateNames.find(({ value }) => value === state)?.label ?? state;
}

export function stateRank(state: ArticleStateName): number {
  return stateNames.findIndex(({ value }) => value === state);
}
