import { useMemo, useState } from 'react';
import type { ArticleStateName } from '../../../core/model/article.ts';
import { count } from '../../../core/text/number-words.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { showText } from '../../app/workspace.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import type { AttributionScope } from '../../workers/scan/read-attributions.ts';
import { ClaimList } from './claim-list.tsx';
import type { FigureTarget } from './figure.ts';
import { FigureCard } from './figure-card.tsx';
import { coverageFigure } from './figures/coverage.ts';
import { matrixFigure } from './figures/matrix.ts';
import { speakersFigure } from './figures/speakers.ts';
import { tagsPerArticleFigure } from './figures/tags-per-article.ts';
import { timelineFigure } from './figures/timeline.ts';
import { useFigureTheme } from './use-figure-theme.ts';
import { useStatistics } from './use-statistics.ts';
import './overview.css';

const states: readonly { readonly value: ArticleStateName | 'all'; readonly label: string }[] = [
  { value: 'all', label: 'Articles in any state' },
  { value: 'todo', label: 'To do' },
  { value: 'inProgress', label: 'In progress' },
  { value: 'done', label: 'Done' },
  { value: 'discuss', label: 'Needs discussion' },
];

/** What the project comes to: who says how much, where and when, and what is left to do. */
export function OverviewView() {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const { tagSet, entities } = useProject((state) => state.project);
  const [state, setState] = useState<ArticleStateName | 'all'>('all');
  const [label, setLabel] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [list, setList] = useState<Extract<FigureTarget, { kind: 'claims' }> | null>(null);
  const theme = useFigureTheme();

  const labels = useMemo(() => labelsOf(listedArticles(articles)), [articles]);
  const chosen = useMemo(
    () =>
      listedArticles(articles).filter(
        ({ record }) =>
          (state === 'all' || record.state === state) && (label === '' || record.labels.includes(label)),
      ),
    [articles, state, label],
  );
  const chosenIds = useStableIds(chosen);
  const scope = useMemo((): AttributionScope => {
    const types = tagSet.relationTypes.filter(({ id }) => ['says', 'at', 'on'].includes(id));
    const claimTags = types.find(({ id }) => id === 'says')?.to ?? [];
    const endTags = [...new Set(types.flatMap(({ id, from, to }) => (id === 'says' ? from : to)))];
    return { claimTags, endTags, articles: chosenIds };
  }, [tagSet, chosenIds]);
  const { statistics, progress, failure } = useStatistics(scope, attempt);
  const figures = useMemo(() => {
    if (statistics === null) return [];
    return [
      coverageFigure(statistics),
      speakersFigure(statistics, entities),
      timelineFigure(statistics),
      matrixFigure(statistics, entities),
      tagsPerArticleFigure(chosen, tagSet.tags),
    ];
  }, [statistics, entities, chosen, tagSet]);

  const choose = (target: FigureTarget) => {
    if (target.kind === 'claims') setList(target);
    else {
      showText(app);
      app.workbench.openArticle(target.article).catch(app.reportFault);
    }
  };
  return (
    <ViewFrame
      title="Overview"
      onClose={() => showText(app)}
      tools={
        <>
          <SelectField
            label="State of the articles"
            labelHidden
            value={state}
            options={states}
            onChange={(value) => setState(states.find((one) => one.value === value)?.value ?? 'all')}
          />
          {labels.length === 0 ? null : (
            <SelectField
              label="Label of the articles"
              labelHidden
              value={label}
              options={[
                { value: '', label: 'Any label' },
                ...labels.map((name) => ({ value: name, label: name })),
              ]}
              onChange={setLabel}
            />
          )}
        </>
      }
    >
      <div className="overview">
        <p className="overview-summary" aria-live="polite">
          {progress !== null
            ? `Counting: ${progress.done} of ${count(progress.total, 'article')}…`
            : statistics === null && failure === null
              ? 'Counting…'
              : `${count(chosen.length, 'article')}, ${count(statistics?.claims ?? 0, 'claim')}.`}
        </p>
        {failure === null ? null : (
          <p className="overview-failure" role="alert">
            {failure} <Button onClick={() => setAttempt(attempt + 1)}>Count again</Button>
          </p>
        )}
        {statistics?.claims === 0 ? (
          <p className="overview-empty">
            No claim is tagged {chosen.length === articles.size ? 'yet' : 'in these articles'}. What claims
            come to — who says them, where and when — is shown here as soon as there are some.
          </p>
        ) : null}
        <div className="overview-figures">
          {figures.map((figure) => (
            <FigureCard key={figure.id} figure={figure} theme={theme} onChoose={choose} />
          ))}
        </div>
        {list === null ? null : (
          <ClaimList title={list.title} mark={list.mark} scope={scope} onClose={() => setList(null)} />
        )}
      </div>
    </ViewFrame>
  );
}

/** Every label that some article has, in the order of the alphabet. */
function labelsOf(articles: readonly ArticleSummary[]): string[] {
  return [...new Set(articles.flatMap(({ record }) => record.labels))].sort((a, b) => a.localeCompare(b));
}

/** The articles' ids; the same list as long as they are the same, so that a new tag does not make a new scope. */
function useStableIds(articles: readonly ArticleSummary[]): readonly string[] {
  const joined = articles.map(({ record }) => record.id).join('\n');
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined]);
}
