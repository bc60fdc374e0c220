import './app/zod-without-eval.ts';
import './ui/fonts.css';
import './ui/theme.css';
import './ui/base.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import { listen } from './app/listen.ts';
import { Shell } from './app/shell/shell.tsx';
import { showFirstArticle, startApplication } from './app/start.ts';
import { ApplicationContext } from './app/use-application.ts';
import { FaultBoundary } from './views/start/fault-boundary.tsx';
import { StartFailure } from './views/start/start-failure.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has the root');
const root = createRoot(element);

try {
  const bridge = window.ascribe;
  const session = await bridge.request('session.start', {});
  // Before the first paint, so that the window never flashes in the other theme.
  if (session.settings.theme !== 'system') document.documentElement.dataset.theme = session.settings.theme;
  const app = await startApplication(bridge, session);
  listen(app);
  await showFirstArticle(app);
  root.render(
    <CSPProvider disableStyleElements>
      <FaultBoundary report={app.reportFault}>
        <ApplicationContext value={app}>
          <Shell />
        </ApplicationContext>
      </FaultBoundary>
    </CSPProvider>,
  );
} catch (error) {
  root.render(<StartFailure message={error instanceof Error ? error.message : String(error)} />);
}
