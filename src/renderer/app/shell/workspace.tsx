import { lazy, Suspense } from 'react';
import { ArticlePane } from '../../panels/text/article-pane.tsx';
import { EmptyProject } from '../../views/start/empty-project.tsx';
import type { WorkspaceView } from '../interface-state.ts';
import { useInterface, useProject } from '../use-application.ts';

const OverviewView = lazy(async () => ({
  default: (await import('../../views/overview/overview-view.tsx')).OverviewView,
}));
const TagSetView = lazy(async () => ({
  default: (await import('../../views/tag-set/tag-set-view.tsx')).TagSetView,
}));
const ConcordanceView = lazy(async () => {
  const { ConcordanceView: component } = await import('../../views/concordance/concordance-view.tsx');
  return { default: component };
});
const RulesView = lazy(async () => ({
  default: (await import('../../views/suggestions/rules-view.tsx')).RulesView,
}));
const CastView = lazy(async () => ({ default: (await import('../../views/cast/cast-view.tsx')).CastView }));

/** The middle of the window: the text, or a view in its place. The text stays as it is underneath, so that coming back costs nothing. */
export function Workspace() {
  const view = useInterface((state) => state.view);
  const hasOpen = useProject((state) => state.open !== null);
  return (
    <>
      <div className="workspace-text" inert={view !== 'text'}>
        {hasOpen ? <ArticlePane /> : <EmptyProject />}
      </div>
      {view === 'text' ? null : (
        <Suspense fallback={<p className="workspace-loading">Opening…</p>}>
          <ViewOf view={view} />
        </Suspense>
      )}
    </>
  );
}

/** Views are loaded when they are first opened: the window's start does not wait for them. */
function ViewOf({ view }: { readonly view: Exclude<WorkspaceView, 'text'> }) {
  switch (view) {
    case 'overview':
      return <OverviewView />;
    case 'concordance':
      return <ConcordanceView />;
    case 'cast':
      return <CastView />;
    case 'suggestionRules':
      return <RulesView />;
    case 'tagSet':
      return <TagSetView />;
  }
}
