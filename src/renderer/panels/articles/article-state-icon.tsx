import { Circle, CircleCheckBig, Contrast, type LucideIcon, MessageCircleQuestionMark } from 'lucide-react';
import type { ArticleStateName } from '../../../core/model/article.ts';

const icons: Readonly<Record<ArticleStateName, LucideIcon>> = {
  todo: Circle,
  inProgress: Contrast,
  done: CircleCheckBig,
  discuss: MessageCircleQuestionMark,
};

/** A shape and a colour for each state; the words stand in the name of what it belongs to. */
export function ArticleStateIcon({ state }: { readonly state: ArticleStateName }) {
  const Icon = icons[state];
  return (
    <Icon size={13} strokeWidth={2.25} className="article-state" data-state={state} aria-hidden="true" />
  );
}
