import { CSPProvider } from '@base-ui/react/csp-provider';
import { createRoot } from 'react-dom/client';
import type { BridgeApi } from '../../bridge/api.ts';
import type { Session } from '../../bridge/session.ts';
import { FaultBoundary } from '../views/start/fault-boundary.tsx';
import { StartFailure } from '../views/start/start-failure.tsx';
import { makeReportOfStart } from './error-report.ts';
import { listen } from './listen.ts';
import { EarlyArrivals } from './opening/early-arrivals.ts';
import { Shell } from './shell/shell.tsx';
import { showFirstArticle, startApplication } from './start.ts';
import { ApplicationContext } from './use-application.ts';

/** Opens the project and draws the window, or says why it cannot. */
export async function run(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  let rescue: (() => Promise<string | undefined>) | undefined;
  try {
    const bridge = window.ascribe;
    const arrivals = new EarlyArrivals(bridge);
    const session = await bridge.request('session.start', {});
    rescue = () => rescueFrom(bridge, session);
    // Before the first paint, so that the window never flashes in the other theme.
    if (session.settings.theme !== 'system') document.documentElement.dataset.theme = session.settings.theme;
    const app = await startApplication(bridge, session);
    listen(app, arrivals);
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
    const message = error instanceof Error ? error.message : String(error);
    await logFailure(error instanceof Error ? (error.stack ?? message) : message);
    root.render(
      <StartFailure message={message} rescue={rescue} report={() => makeReportOfStart(window.ascribe)} />,
    );
  }
}

/** Where main does not answer either, the window is all that can tell. */
async function logFailure(message: string): Promise<void> {
  try {
    await window.ascribe.request('session.log', { level: 'error', message: message.slice(0, 9000) });
  } catch {
    // What is shown says why.
  }
}

/** Loaded when it is wanted: nearly never. */
async function rescueFrom(bridge: BridgeApi, session: Session): Promise<string | undefined> {
  const { writeRescueCopy, contentsFromJournal } = await import('./doctor/rescue-copy.ts');
  return writeRescueCopy(bridge, () => contentsFromJournal(bridge, session));
}
