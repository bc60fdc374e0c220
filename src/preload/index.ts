import '../bridge/jitless.ts';
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { BridgeApi } from '../bridge/api.ts';
import { type ChannelName, channels } from '../bridge/channels.ts';
import { envelopeSchema } from '../bridge/envelope.ts';
import { type EventName, events } from '../bridge/events.ts';

/** Asks main. What goes out and what comes back are both parsed with the channel's schemas. */
async function ask<Request, Response>(
  name: ChannelName,
  channel: { parseRequest: (payload: unknown) => Request; parseResponse: (payload: unknown) => Response },
  payload: unknown,
): Promise<Response> {
  const envelope = envelopeSchema.parse(await ipcRenderer.invoke(name, channel.parseRequest(payload)));
  if (!envelope.answered) throw new Error(envelope.message);
  return channel.parseResponse(envelope.response);
}

function request(name: ChannelName, payload: unknown): Promise<unknown> {
  if (!Object.hasOwn(channels, name) || name === 'files.admitDropped') {
    return Promise.reject(new Error('There is no such request.'));
  }
  const { request, response } = channels[name];
  return ask(
    name,
    { parseRequest: (value) => request.parse(value), parseResponse: (value) => response.parse(value) },
    payload,
  );
}

function on(name: EventName, listener: (payload: unknown) => void): () => void {
  if (!Object.hasOwn(events, name)) throw new Error('There is no such event.');
  const hear = (_event: unknown, payload: unknown) => listener(events[name].parse(payload));
  ipcRenderer.on(name, hear);
  return () => {
    ipcRenderer.off(name, hear);
  };
}

/** A file that a script made has no path: it is refused by name, like one that cannot be read. */
async function admitDropped(files: readonly File[]): Promise<unknown> {
  const named = files.map((file) => ({ name: file.name, path: webUtils.getPathForFile(file) }));
  const { request, response } = channels['files.admitDropped'];
  const arrival = await ask(
    'files.admitDropped',
    { parseRequest: (value) => request.parse(value), parseResponse: (value) => response.parse(value) },
    { paths: named.flatMap(({ path }) => (path === '' ? [] : [path])) },
  );
  const pathless = named.filter(({ path }) => path === '');
  return {
    files: arrival.files,
    refused: [
      ...arrival.refused,
      ...pathless.map(({ name }) => ({ name, message: `“${name}” is not a file on this computer.` })),
    ],
  };
}

const api = { request, on, admitDropped } satisfies Record<keyof BridgeApi, unknown>;

contextBridge.exposeInMainWorld('ascribe', api);
