import { app } from 'electron';
import type { Log } from './log/log.ts';
import { tell } from './window/ask.ts';

/** Logs what nobody caught, and what happens to Chromium's processes; shows the first fault of main to the person. */
export function reportFaults(log: Log): void {
  let shown = false;
  const report = (error: unknown) => {
    log.error(`main: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    if (shown || !app.isReady()) return;
    shown = true;
    void tell(
      'Ascribe met a fault it did not expect.',
      'Your work goes on; watch whether the status bar still says that all changes are saved. The log file tells more.',
    );
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.error(`process: ${type} is gone (${reason}, ${exitCode})`);
  });
}
