import { useEffect } from 'react';
import { keepRowsInStep } from '../../app/concordance/keep-rows.ts';
import { changeConcordance, runConcordance, searchProject } from '../../app/concordance/run-concordance.ts';
import { useApplication, useInterface } from '../../app/use-application.ts';
import { showText } from '../../app/workspace.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { ConcordanceFoot } from './concordance-foot.tsx';
import { ConcordanceResults } from './concordance-results.tsx';
import { ConcordanceSearchForm } from './concordance-search-form.tsx';
import './concordance.css';

const scopes = [
  { value: 'text', label: 'Text' },
  { value: 'annotations', label: 'Annotations' },
] as const;

/** Keyword in context over the whole project: its text, or its annotations. */
export function ConcordanceView() {
  const app = useApplication();
  const search = useInterface((state) => state.concordance.search);

  useEffect(() => {
    // What was tagged while the view was closed shows too.
    void runConcordance(app);
    const release = keepRowsInStep(app);
    return () => {
      release();
      app.interface.getState().concordance.stop?.();
      changeConcordance(app, { stop: null });
    };
  }, [app]);

  return (
    <ViewFrame
      title="Concordance"
      onClose={() => showText(app)}
      tools={
        <Segmented
          label="Where to look"
          value={search.scope}
          choices={scopes}
          onChange={(scope) => void searchProject(app, { ...search, scope })}
        />
      }
    >
      <div className="concordance">
        <ConcordanceSearchForm />
        <ConcordanceResults />
        <ConcordanceFoot />
      </div>
    </ViewFrame>
  );
}
