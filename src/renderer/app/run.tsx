import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import { FaultBoundary } from '../views/start/fault-boundary.tsx';
import { StartFailure } from '../views/start/start-failure.tsx';
import { listen } from './listen.ts';
import { Shell } from './shell/shell.tsx';
import { showFirstArticle, startApplication } from './start.ts';
import { ApplicationContext } from './use-application.ts';

/** Opens the project and draws the window, or says why it cannot. */
export async function run(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  try {
    const bridge = window.ascribe;
    const session = await bridge.request('session.start', {});
    // Before the first paint, so that the window never flashes in the other theme.
    if (session.settings.theme !== 'system') document.documentElement.dataset.theme = session.settings.theme;
    const app = await startApplication(bridge, session);
    listen(app);
    root.render(
      <CSPProvider disableStyleElements>
        <FaultBoundary report={app.reportFault}>
          <ApplicationContext value={app}>
            <Shell />
          </ApplicationContext>
        </FaultBoundary>
      </CSPProvider>,
    );
    await showFirstArticle(app);
  } catch (error) {
    root.render(<StartFailure message={error instanceof Error ? error.message : String(error)} />);
  }
}
