/** A worker as its client sees it: what a `Worker` has of it, so that tests can put something else in its place. */
export interface WorkerPort<Sent> {
  postMessage(message: Sent, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

/** The buffer to hand over with these bytes: none when they are only a part of theirs, which others may be using. */
export function transferOf({ buffer, byteLength }: Uint8Array): Transferable[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
