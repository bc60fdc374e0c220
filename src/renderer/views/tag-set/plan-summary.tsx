import { count } from '../../../core/text/number-words.ts';
import { tagCounts } from '../../app/tag-set/tag-counts.ts';
import { useProject } from '../../app/use-application.ts';
import { alarmWords, effectWords } from './effect-words.ts';
import type { Planning } from './use-plan.ts';

interface PlanSummaryProps {
  readonly planning: Planning;
  /** What is said when no annotation is touched. */
  readonly nothing: string;
}

/** What a step would do: while it is worked out, how far that has come. */
export function PlanSummary({ planning, nothing }: PlanSummaryProps) {
  const articles = useProject((state) => state.articles);
  if (planning.kind === 'failed') {
    return (
      <p className="field-problem" role="alert">
        It could not be worked out what this touches: {planning.message}
      </p>
    );
  }
  if (planning.kind === 'reading') {
    return (
      <p className="soft" role="status">
        Looking what this touches…{' '}
        {planning.total > 1 ? `${planning.done} of ${count(planning.total, 'article')}` : ''}
      </p>
    );
  }
  const { effect } = planning.plan;
  const all = [...tagCounts(articles).values()].reduce((sum, number) => sum + number, 0);
  const alarm = alarmWords(effect, all);
  const lines = effectWords(effect);
  return (
    <div className="plan-summary" role="status">
      {alarm === null ? null : <p className="plan-alarm">{alarm}</p>}
      {lines.length === 0 ? <p>{nothing}</p> : <p>{lines.join(' ')} Undo brings them back.</p>}
    </div>
  );
}
