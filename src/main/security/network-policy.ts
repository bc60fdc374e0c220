import { isOwn, type Origin } from './origin.ts';

/** A request that may be made, and why. Whatever no row allows is cancelled. */
interface AllowedRequest {
  readonly allows: (url: string, origin: Origin) => boolean;
  readonly reason: string;
}

const allowed: readonly AllowedRequest[] = [
  { allows: (url, origin) => isOwn(origin, url), reason: 'the files the app is made of' },
  {
    allows: (url, origin) => url.startsWith('blob:') && isOwn(origin, url.slice('blob:'.length)),
    reason: 'data the page made itself, which never leaves the process',
  },
  {
    allows: (url, origin) => origin.kind === 'development' && url.startsWith('devtools:'),
    reason: "the developer tools' own files",
  },
  {
    allows: (url, origin) => origin.kind === 'development' && url.startsWith(`ws://${origin.server.host}/`),
    reason: 'the development server says what was rebuilt',
  },
];

/** True when the request may be made. */
export function mayRequest(url: string, origin: Origin): boolean {
  return allowed.some((row) => row.allows(url, origin));
}

/** A Chromium switch that keeps the browser itself off the network, and why. */
interface NetworkSwitch {
  readonly name: string;
  readonly value?: string;
  readonly reason: string;
}

/** The network service asks the page's requests only: what the browser does by itself is switched off here. */
export const networkSwitches: readonly NetworkSwitch[] = [
  { name: 'disable-background-networking', reason: 'no field trials, no reporting' },
  { name: 'disable-component-update', reason: 'no lists and models fetched behind the scenes' },
  { name: 'disable-domain-reliability', reason: 'no reports about connections' },
  { name: 'disable-sync', reason: 'no account' },
  { name: 'no-pings', reason: 'no hyperlink auditing' },
  { name: 'dns-prefetch-disable', reason: 'no name is looked up' },
  {
    name: 'host-resolver-rules',
    value: 'MAP * ~NOTFOUND',
    reason: 'no name resolves, whoever asks',
  },
  {
    name: 'force-webrtc-ip-handling-policy',
    value: 'disable_non_proxied_udp',
    reason: 'WebRTC does not go through the request filter',
  },
];
