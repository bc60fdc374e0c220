import type { ArticleStateName } from '../../../core/model/article.ts';
import { stateNames } from '../../app/articles/state-words.ts';

/** The keys that set the state of an article while its item in the list has the focus. */
export const stateKeys: Readonly<Record<ArticleStateName, string>> = {
  todo: '1',
  inProgress: '2',
  discuss: '3',
  done: '4',
};

/** The state that a key sets; undefined when it sets none. */
export function stateOfKey(key: string): ArticleStateName | undefined {
  return stateNames.find(({ value }) => stateKeys[value] === key)?.value;
}
