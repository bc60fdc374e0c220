import type { BridgeApi } from '../../bridge/api.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { StorageEngine } from '../db/database.ts';
import type { Clock } from './clock.ts';

/** Where a project's stores, journal and snapshots are. */
export interface StoreEnvironment {
  readonly bridge: BridgeApi;
  readonly engine: StorageEngine;
  readonly clock: Clock;
  readonly projectId: Identifier;
  /** The present time as a timestamp. */
  readonly now: () => string;
}

/** A line for main's log. Never waited for, and never a reason to fail. */
export function writeLog(
  { bridge }: Pick<StoreEnvironment, 'bridge'>,
  level: 'info' | 'warning' | 'error',
  message: string,
): void {
  void bridge.request('session.log', { level, message }).catch(() => undefined);
}
