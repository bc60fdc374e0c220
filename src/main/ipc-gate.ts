import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type ChannelName, channels } from '../bridge/channels.ts';
import type { Envelope } from '../bridge/envelope.ts';
import type { Log } from './log/log.ts';

/** A channel with the function that answers it. */
export interface Served {
  /** Parses, answers, parses. Never rejects. */
  answer(payload: unknown, log: Log): Promise<Envelope>;
}

/** Binds a channel's schemas to the function that answers it. */
export function serve<Request, Response>(
  channel: { readonly request: z.ZodType<Request>; readonly response: z.ZodType<Response> },
  handle: (request: Request) => Response | Promise<Response>,
): Served {
  return {
    async answer(payload, log) {
      const request = channel.request.safeParse(payload);
      if (!request.success) {
        // The reasons name places in the payload, not what stands there.
        const places = request.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
        log.warning(`bridge: a malformed request was refused (${places.slice(0, 5).join('; ')})`);
        return { answered: false, message: 'The request is malformed.' };
      }
      try {
        return { answered: true, response: channel.response.parse(await handle(request.data)) };
      } catch (error) {
        return unexpected(channel.response, error, log);
      }
    },
  };
}

/** The person sees a number under which the log tells more; a stack or path never leaves main. */
function unexpected(response: z.ZodType, error: unknown, log: Log): Envelope {
  const number = randomUUID().slice(0, 8);
  log.error(`bridge: fault ${number}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  const message = `Something in Ascribe failed that should not have; the log file tells more (fault ${number}).`;
  const asValue = response.safeParse({ ok: false, reason: { code: 'failed', message } });
  return asValue.success ? { answered: true, response: asValue.data } : { answered: false, message };
}

/** Every channel of the contract, each answered by exactly one of the parts. */
export type AllServed = Readonly<Record<ChannelName, Served>>;

/** @throws {Error} when a channel is answered by none of the parts, or by two */
export function assertEachServedOnce(parts: readonly Readonly<Partial<AllServed>>[]): void {
  const served = parts.flatMap((part) => Object.keys(part));
  for (const name of Object.keys(channels)) {
    const count = served.filter((each) => each === name).length;
    if (count !== 1) throw new Error(`the channel ${name} has ${count} handlers`);
  }
}
