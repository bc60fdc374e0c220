import type { BridgeApi } from '../../bridge/api.ts';
import type { Notices } from './notices.ts';

/** Longest message that the log takes, in UTF-16 units. */
const longest = 9000;

/** Tells the person that something went wrong in the program itself, and main's log what it was. */
export function reportFault(bridge: Pick<BridgeApi, 'request'>, notices: Notices): (error: unknown) => void {
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    const details = error instanceof Error ? (error.stack ?? message) : message;
    notices.warn(`Something went wrong in Ascribe: ${message} Your work so far is kept.`);
    bridge
      .request('session.log', { level: 'error', message: details.slice(0, longest) })
      .catch(() => notices.warn('The main process does not answer. Restart Ascribe.'));
  };
}
