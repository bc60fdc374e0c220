import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { type ChannelName, channels } from '../bridge/channels.ts';
import type { Envelope } from '../bridge/envelope.ts';
import { type EventName, type EventPayload, events } from '../bridge/events.ts';
import type { AllServed } from './ipc-gate.ts';
import type { Log } from './log/log.ts';
import { isOwn, type Origin } from './security/origin.ts';

const refused: Envelope = { answered: false, message: 'This page may not ask for that.' };

/** The one gate for messages: opens every channel of the contract, for the main frame of our window alone. */
export function openChannels(
  served: AllServed,
  window: () => WebContents | undefined,
  origin: Origin,
  log: Log,
): void {
  for (const name of Object.keys(channels) as ChannelName[]) {
    ipcMain.handle(name, (event, payload: unknown): Promise<Envelope> | Envelope => {
      if (!isOurs(event.senderFrame, window(), origin)) {
        log.warning(`bridge: ${name} was asked for by a foreign page and refused`);
        return refused;
      }
      return served[name].answer(payload, log);
    });
  }
}

function isOurs(frame: WebFrameMain | null, contents: WebContents | undefined, origin: Origin): boolean {
  return (
    frame !== null &&
    contents !== undefined &&
    !contents.isDestroyed() &&
    frame === contents.mainFrame &&
    frame.parent === null &&
    isOwn(origin, frame.url)
  );
}

/** Tells the window something unasked. */
export function sendEvent<Name extends EventName>(
  contents: WebContents,
  name: Name,
  payload: EventPayload<Name>,
): void {
  contents.send(name, events[name].parse(payload));
}
