import type { ChannelName, Request, Response } from './channels.ts';
import type { EventName, EventPayload } from './events.ts';
import type { Arrival } from './files.ts';

/** What the preload exposes to the window as `window.ascribe`: these three functions and nothing else. */
export interface BridgeApi {
  request<Name extends Exclude<ChannelName, 'files.admitDropped'>>(
    name: Name,
    payload: Request<Name>,
  ): Promise<Response<Name>>;
  /** Hears an event until the returned function is called. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  /** Hands files that were dropped on the window to main. The preload asks the engine for their paths. */
  admitDropped(files: readonly File[]): Promise<Arrival>;
}

declare global {
  interface Window {
    readonly ascribe: BridgeApi;
  }
}
