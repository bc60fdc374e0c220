import { describeLowSpace } from './saving-messages.ts';
import { type StoreEnvironment, writeLog } from './store-environment.ts';

/** Below so many free bytes new work is not called safe. */
const leastFree = 64 * 1024 * 1024;
/** How often it is looked, ms. */
const period = 15_000;

/**
 * Looks from time to time how much space is left on the profile's volume.
 * @param warn hears the warning, or null when there is enough again.
 * @returns a function that ends it.
 */
export function watchSpace(
  environment: StoreEnvironment,
  warn: (message: string | null) => void,
): () => void {
  const { bridge, clock } = environment;
  let cancel: () => void = () => undefined;
  let ended = false;
  async function look(): Promise<void> {
    try {
      const { bytes } = await bridge.request('space.free', {});
      if (!ended) warn(bytes < leastFree ? describeLowSpace(bytes) : null);
    } catch (thrown) {
      writeLog(environment, 'warning', `free space cannot be read: ${thrown}`);
    }
    if (!ended) cancel = clock.after(period, () => void look());
  }
  void look();
  return () => {
    ended = true;
    cancel();
  };
}
